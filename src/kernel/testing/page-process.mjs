/** For tests: a server in a process of its own whose pages are well, gone, guarded, slow or lead astray. */
import http from 'node:http';

const asked = [];
/** Pages that answer 404 from the moment somebody asks `/take-down?path=…`, until `/put-up?path=…`. */
const takenDown = new Set();

const pages = {
  '/page': (response) => response.end('<h1>公开</h1>'),
  '/moved': (response) => response.writeHead(302, { location: '/page' }).end(),
  '/circle': (response) => response.writeHead(301, { location: '/circle' }).end(),
  '/gone': (response) => response.writeHead(404).end(),
  '/broken': (response) => response.writeHead(500).end(),
  '/guarded': (response) => response.writeHead(403).end(),
  '/busy': (response) => response.writeHead(429).end(),
  '/silent': () => undefined,
  '/endless': (response) => {
    response.flushHeaders();
    const timer = setInterval(() => response.write('x'.repeat(65_536)), 1);
    response.on('close', () => clearInterval(timer));
  },
  '/to-metadata': (response) => response.writeHead(302, { location: 'http://169.254.169.254/latest/' }).end(),
  '/to-file': (response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
};

const server = http.createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url, 'http://pages');
  const named = searchParams.get('path');
  if (pathname === '/requests') {
    const found = asked.filter((one) => one.path === named).map(({ path: _, ...rest }) => rest);
    return response.end(JSON.stringify(found));
  }
  if (pathname === '/take-down') return response.end(String(takenDown.add(named).size));
  if (pathname === '/put-up') return response.end(String(takenDown.delete(named)));
  const { 'user-agent': agent = null, range = null } = request.headers;
  asked.push({ path: pathname, method: request.method, agent, range });
  if (takenDown.has(pathname)) return response.writeHead(404).end();
  if (pathname === '/no-head') return response.writeHead(request.method === 'HEAD' ? 405 : 206).end('x');
  if (pathname.startsWith('/article/')) return response.end('正文');
  const page = pages[pathname];
  return page === undefined ? response.writeHead(404).end() : page(response);
});
server.listen(0, '127.0.0.1', () => process.stdout.write(`${server.address().port}\n`));
