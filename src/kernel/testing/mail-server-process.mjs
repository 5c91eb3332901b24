/**
 * A real SMTP server in a process of its own. Prints its port, then each message it took as a line of JSON. What it does
 * depends on the recipient: unknown@ is refused, busy@ is put off once, dropped@ loses the conversation after the message.
 */
import fs from 'node:fs';
import { SMTPServer } from 'smtp-server';

const [, , security = 'starttls'] = process.argv;
const busy = new Set();
const say = (line) => process.stdout.write(`${line}\n`);

function refusal(code, words) {
  return Object.assign(new Error(words), { responseCode: code });
}

const server = new SMTPServer({
  secure: security === 'tls',
  disabledCommands: security === 'none' ? ['STARTTLS'] : [],
  authOptional: security === 'none',
  key: fs.readFileSync(new URL('mail-server.key', import.meta.url)),
  cert: fs.readFileSync(new URL('mail-server.crt', import.meta.url)),
  logger: false,
  onAuth({ username, password }, _session, done) {
    if (username === 'gongkai' && password === 'pass:word/1') done(null, { user: username });
    else done(refusal(535, '5.7.8 no'));
  },
  onRcptTo({ address }, _session, done) {
    if (address.startsWith('unknown')) return done(refusal(550, `5.1.1 no such user ${address}`));
    if (address.startsWith('busy') && !busy.has(address)) {
      busy.add(address);
      return done(refusal(451, '4.3.0 try again later'));
    }
    return done();
  },
  onData(stream, session, done) {
    let raw = '';
    stream.setEncoding('utf8');
    stream.on('data', (piece) => {
      raw += piece;
    });
    stream.on('end', () => {
      const to = session.envelope.rcptTo.map(({ address }) => address);
      const [{ address: first }] = session.envelope.rcptTo;
      say(JSON.stringify({ from: session.envelope.mailFrom.address, to, secure: session.secure, raw }));
      if (first.startsWith('dropped')) return process.exit(0);
      // Never answers: the sender is to be killed while it waits.
      if (first.startsWith('stuck')) return undefined;
      if (first.startsWith('spam')) return done(refusal(554, '5.7.1 message refused'));
      return done(null, 'taken');
    });
  },
});

server.on('error', () => undefined);
server.listen(0, '127.0.0.1', () => say(server.server.address().port));
