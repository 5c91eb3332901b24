/** The machine's side of an installation: folder, space, built files, programs. Needs no database. */
import fs from 'node:fs';
import path from 'node:path';
import type { Config } from '../config.ts';
import { installationRoot } from '../worker-entry.ts';
import { type Finding, faulty, healthy, noteworthy } from './finding.ts';

const megabyte = 1024 * 1024;

function examineNode(): Finding {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  return major > 20 || (major === 20 && minor >= 19)
    ? healthy(`Node.js ${process.versions.node}`)
    : faulty(`Node.js ${process.versions.node} 过旧`, '请升级到 20.19 或更新版本');
}

function examineFolder(folder: string): Finding[] {
  if (!fs.existsSync(folder)) {
    return [
      noteworthy(
        `数据目录 ${folder} 还不存在`,
        '第一次启动时会自动建立；如果本应已有数据，请检查 GONGKAI_DATA',
      ),
    ];
  }
  const findings: Finding[] = [];
  const { mode, uid } = fs.statSync(folder);
  const own = process.getuid?.();
  if ((mode & 0o077) !== 0) {
    findings.push(faulty(`数据目录 ${folder} 其他用户可以读取`, `运行 chmod 700 ${folder}`));
  } else if (own !== undefined && own !== 0 && own !== uid) {
    findings.push(faulty(`数据目录 ${folder} 属于另一个用户`, '请用运行服务的用户执行，或用 chown 改正归属'));
  } else {
    findings.push(healthy(`数据目录 ${folder}，仅本用户可读`));
  }
  const space = fs.statfsSync(folder);
  const free = Math.floor((space.bavail * space.bsize) / megabyte);
  if (free < 200) findings.push(faulty(`磁盘只剩 ${free} MB`, '请立即清理磁盘或扩容，否则数据库会停止写入'));
  else if (free < 2048) findings.push(noteworthy(`磁盘剩余 ${free} MB`, '请尽早清理磁盘或扩容'));
  else findings.push(healthy(`磁盘剩余 ${Math.floor(free / 1024)} GB`));
  return findings;
}

function examineSettings(config: Config): Finding[] {
  const findings: Finding[] = [];
  if (config.GONGKAI_TRUSTED_PROXIES > 0 && config.GONGKAI_PUBLIC_URL === undefined) {
    findings.push(
      faulty(
        '在反向代理之后，但没有填写对外地址',
        '请设置 GONGKAI_PUBLIC_URL，例如 https://gk.example.gov.cn',
      ),
    );
  }
  const url = config.GONGKAI_PUBLIC_URL;
  if (url?.startsWith('http:') === true) {
    findings.push(
      noteworthy('对外地址没有使用 HTTPS', '请在反向代理上配置证书，并把 GONGKAI_PUBLIC_URL 改为 https'),
    );
  }
  if (config.DATABASE_URL !== undefined && config.GONGKAI_SECRET === undefined) {
    findings.push(
      noteworthy(
        '密钥只保存在本机数据目录',
        '多个节点共用一个数据库时，请给每个节点设置相同的 GONGKAI_SECRET',
      ),
    );
  }
  return findings;
}

/** Programs that are used when they are there, and what for. */
const helpers: readonly (readonly [string, string, string])[] = [
  ['soffice', '读取 .xls 文件', 'libreoffice'],
  ['tesseract', '识别没有文字层的扫描件', 'tesseract-ocr tesseract-ocr-chi-sim poppler-utils'],
];

function examineHelpers(searchPath: string): Finding[] {
  const folders = searchPath.split(path.delimiter).filter((folder) => folder !== '');
  return helpers.map(([program, purpose, packages]) =>
    folders.some((folder) => fs.existsSync(path.join(folder, program)))
      ? healthy(`已安装 ${program}，可以${purpose}`)
      : noteworthy(`没有安装 ${program}，不能${purpose}`, `需要时安装系统软件包 ${packages}`),
  );
}

function examineDesk(): Finding {
  return fs.existsSync(path.join(installationRoot(), 'dist/desk/index.html'))
    ? healthy('工作台已构建')
    : faulty('工作台尚未构建', '运行 npm start（会自动构建），或使用离线安装包');
}

/** Examines everything that can be seen without opening the application. */
export function examineInstallation(config: Config): Finding[] {
  return [
    examineNode(),
    ...examineFolder(config.dataFolder),
    ...examineSettings(config),
    examineDesk(),
    ...examineHelpers(config.PATH),
  ];
}
