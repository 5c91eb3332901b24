/** Proposes words and documents below the search box while typing; without this file the box searches as it is. */
const pause = 150;

function itemOf(list, text, note) {
  const item = document.createElement('li');
  item.id = `${list.id}-${list.children.length}`;
  item.setAttribute('role', 'option');
  item.textContent = text;
  if (note !== undefined) {
    const small = document.createElement('small');
    small.textContent = note;
    item.append(small);
  }
  list.append(item);
  return item;
}

function propose(input) {
  const form = input.form;
  const list = document.createElement('ul');
  list.id = `${input.id}-suggestions`;
  list.className = 'search-suggestions';
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', '搜索建议');
  list.hidden = true;
  form.append(list);
  input.setAttribute('role', 'combobox');
  input.setAttribute('aria-autocomplete', 'list');
  input.setAttribute('aria-controls', list.id);
  input.setAttribute('aria-expanded', 'false');
  let timer;
  let asked = '';
  let chosen = -1;

  function show(isOpen) {
    list.hidden = !isOpen;
    input.setAttribute('aria-expanded', String(isOpen));
    if (!isOpen) choose(-1);
  }

  function choose(index) {
    chosen = index;
    for (const [place, item] of [...list.children].entries())
      item.setAttribute('aria-selected', String(place === index));
    const item = list.children[index];
    if (item === undefined) input.removeAttribute('aria-activedescendant');
    else input.setAttribute('aria-activedescendant', item.id);
  }

  function take(item) {
    if (item.dataset.address) {
      location.href = item.dataset.address;
      return;
    }
    input.value = item.dataset.words;
    show(false);
    form.submit();
  }

  async function ask() {
    const text = input.value.trim();
    if (text === asked) return;
    asked = text;
    if (text === '') return show(false);
    const reply = await fetch(`/api/v1/search/suggestions?q=${encodeURIComponent(text)}`).catch(
      () => undefined,
    );
    // Somebody who typed on has asked again; a server that is away proposes nothing.
    if (reply === undefined || !reply.ok || asked !== text) return;
    const { words, documents } = await reply.json();
    list.replaceChildren();
    for (const word of words) itemOf(list, word).dataset.words = word;
    for (const { title, kindTitle, address } of documents)
      itemOf(list, title, kindTitle).dataset.address = address;
    choose(-1);
    show(list.children.length > 0 && document.activeElement === input);
  }

  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(ask, pause);
  });
  input.addEventListener('keydown', (event) => {
    if (list.hidden || event.isComposing) return;
    const count = list.children.length;
    if (event.key === 'ArrowDown') choose((chosen + 1) % count);
    else if (event.key === 'ArrowUp') choose((chosen + count) % count);
    else if (event.key === 'Escape') show(false);
    else if (event.key === 'Enter' && chosen >= 0) take(list.children[chosen]);
    else return;
    event.preventDefault();
  });
  input.addEventListener('blur', () => show(false));
  list.addEventListener('mousedown', (event) => {
    // The box keeps the focus, so that it is not closed before the choice is taken.
    event.preventDefault();
    const item = event.target.closest('li');
    if (item !== null) take(item);
  });
}

for (const input of document.querySelectorAll('form[role="search"] input[name="q"]')) propose(input);
