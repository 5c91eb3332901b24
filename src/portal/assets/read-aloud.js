/** Reads the content of the page aloud, paragraph by paragraph, where the browser has a voice. */
const button = document.querySelector('[data-read-aloud]');
const content = document.getElementById('content');
const voice = window.speechSynthesis;
let reading = false;

/** What is read: headings, paragraphs and list lines in view, each once; hidden words and forms are left out. */
function passages() {
  const found = [...content.querySelectorAll('h1, h2, h3, h4, p, li, dt, dd, th, td, summary')];
  return found
    .filter((element) => element.offsetParent !== null && !element.closest('form, svg, .breadcrumb'))
    .filter((element) => !element.querySelector('p, li, dt, dd, h1, h2, h3, h4, summary'))
    .map((element) => ({ element, text: element.innerText.trim() }))
    .filter((passage) => passage.text !== '');
}

function unmark() {
  for (const element of content.querySelectorAll('.being-read')) element.classList.remove('being-read');
}

function show(isReading) {
  reading = isReading;
  button.setAttribute('aria-pressed', String(isReading));
  button.textContent = isReading ? '停止朗读' : '朗读';
  if (!isReading) unmark();
}

/** A browser may offer speech and have no voice for it. */
function giveUp() {
  show(false);
  button.textContent = '本机没有语音';
  button.disabled = true;
}

function readOn(rest) {
  const [passage, ...later] = rest;
  if (!reading) return;
  if (passage === undefined) {
    show(false);
    return;
  }
  unmark();
  passage.element.classList.add('being-read');
  const utterance = new SpeechSynthesisUtterance(passage.text);
  utterance.lang = 'zh-CN';
  utterance.onend = () => readOn(later);
  utterance.onerror = ({ error }) => {
    if (error !== 'canceled' && error !== 'interrupted') giveUp();
  };
  voice.speak(utterance);
}

if (button && content && voice) {
  button.hidden = false;
  button.addEventListener('click', () => {
    voice.cancel();
    show(!reading);
    if (reading) readOn(passages());
  });
  window.addEventListener('pagehide', () => voice.cancel());
}
