/**
 * For tests: a server in a process of its own that speaks the interfaces of the official-account platform, of the
 * microblog platform and of a superior platform, keeps what it was sent and can be told to be busy, mute or broken.
 */
import { createHmac } from 'node:crypto';
import http from 'node:http';

const kept = { drafts: {}, posts: {}, entries: {} };
const calls = [];
let mood = 'well';
let serial = 0;

const json = (response, value, status = 200) =>
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
const nextId = (prefix) => `${prefix}${++serial}`;

const interfaces = {
  '/cgi-bin/stable_token': (body, response) => {
    const { appid, secret } = JSON.parse(body);
    if (secret !== 'right-secret') return json(response, { errcode: 40125, errmsg: 'invalid appsecret' });
    return json(response, { access_token: `token-of-${appid}`, expires_in: 7200 });
  },
  '/cgi-bin/draft/add': (body, response, query) => {
    if (!query.get('access_token')?.startsWith('token-of-wx'))
      return json(response, { errcode: 40001, errmsg: 'invalid credential' });
    const [article] = JSON.parse(body).articles;
    if ([...article.title].length > 64 || [...article.digest].length > 120)
      return json(response, { errcode: 45003, errmsg: 'title size out of limit' });
    if (article.thumb_media_id === '') return json(response, { errcode: 40007, errmsg: 'invalid media_id' });
    const id = nextId('draft');
    kept.drafts[id] = article;
    return json(response, { media_id: id });
  },
  '/cgi-bin/draft/delete': (body, response) => {
    delete kept.drafts[JSON.parse(body).media_id];
    return json(response, { errcode: 0, errmsg: 'ok' });
  },
  '/2/statuses/share.json': (body, response) => {
    const fields = new URLSearchParams(body);
    if (fields.get('access_token') !== 'right-token')
      return json(response, { error: 'expired_token', error_code: 21327 }, 403);
    const id = nextId('49');
    kept.posts[id] = fields.get('status');
    return json(response, { id: Number(id), idstr: id });
  },
  '/2/statuses/destroy.json': (body, response) => {
    const id = new URLSearchParams(body).get('id');
    delete kept.posts[id];
    return json(response, { idstr: id });
  },
  '/push': (body, response, _query, headers) => {
    const signed = createHmac('sha256', 'shared-key')
      .update(`${headers['x-gongkai-time']}\n${body}`)
      .digest('hex');
    if (signed !== headers['x-gongkai-signature']) return json(response, { error: 'bad signature' }, 401);
    // The same delivery twice leaves one.
    const key = headers['idempotency-key'];
    kept.entries[key] ??= { receipt: nextId('R'), body };
    const { receipt } = kept.entries[key];
    if (headers['content-type'].includes('xml')) {
      return response
        .writeHead(200, { 'content-type': 'application/xml' })
        .end(`<result><receipt>${receipt}</receipt></result>`);
    }
    return json(response, { receipt });
  },
};

const server = http.createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url, 'http://peer');
  const parts = [];
  request.on('data', (part) => parts.push(part));
  request.on('end', () => {
    const body = Buffer.concat(parts).toString('utf8');
    if (pathname === '/kept') return json(response, { ...kept, calls });
    if (pathname === '/mood') {
      mood = searchParams.get('is');
      return json(response, { mood });
    }
    calls.push(pathname);
    if (mood === 'busy') return json(response, { errcode: -1, errmsg: 'system error' }, 503);
    const answer = interfaces[pathname];
    if (answer === undefined) return response.writeHead(404).end();
    if (mood === 'cut' && pathname !== '/cgi-bin/stable_token') {
      // Takes the call and hangs up without a word.
      answer(body, new http.ServerResponse(request), searchParams, request.headers);
      return request.socket.destroy();
    }
    return answer(body, response, searchParams, request.headers);
  });
});
server.listen(0, '127.0.0.1', () => process.stdout.write(`${server.address().port}\n`));
