/** `gongkai doctor`: examines the machine in its own process and the application where the application runs. */
import { z } from 'zod';
import type { Finding } from '../../doctor/finding.ts';
import { refusalSentenceLine } from '../answer.ts';
import type { AppCommandLine, InstallationCommandLine } from '../command-line.ts';

/** The part inside the application; not typed by anybody, but known to a running server. */
export const doctorInsideCommand: AppCommandLine = {
  name: 'doctor-inside',
  needs: 'app',
  summary: '检查应用内部',
  operands: [],
  options: [],
  help: '由 gongkai doctor 调用。',
  async run(app, input) {
    const { examineApp } = await import('../../doctor/examine-app.ts');
    return { text: '', data: await examineApp(app, input.say) };
  },
};

export const doctorCommand: InstallationCommandLine = {
  name: 'doctor',
  needs: 'installation',
  summary: '检查本机的安装是否健康，并说明处理办法',
  operands: [],
  options: [],
  help: `检查程序、数据目录、数据库、审计链、后台任务、附件和工作日历。有需要处理的问题时退出码为 2。

示例：
  gongkai doctor
  gongkai doctor --json`,
  async run(installation, input) {
    const { examineInstallation } = await import('../../doctor/examine-installation.ts');
    const { faulty, findingLines, findingSchema } = await import('../../doctor/finding.ts');
    const findings: Finding[] = examineInstallation(installation.config);
    try {
      const inside = await installation.runOnApp(doctorInsideCommand, input);
      findings.push(...z.array(findingSchema).parse(inside.data));
    } catch (error) {
      findings.push(
        faulty(`应用无法打开：${refusalSentenceLine(error)}`, '请先排除这个原因，再运行 gongkai doctor'),
      );
    }
    const faults = findings.filter((finding) => finding.level === 'fault').length;
    const verdict = faults === 0 ? '没有需要处理的问题。' : `有 ${faults} 个问题需要处理。`;
    return {
      text: `${findingLines(findings)}\n${verdict}`,
      data: { findings },
      exitCode: faults === 0 ? 0 : 2,
    };
  },
};
