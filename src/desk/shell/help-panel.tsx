/** Help beside the screen: what the screen says about itself, the keys, and the officers' guide. */
import { Link } from 'react-router';
import { useScreenHelp } from '../components/page-header/screen-help.ts';
import { SidePanel } from '../components/side-panel/side-panel.tsx';

const keys: readonly (readonly [string, string])[] = [
  ['Ctrl K', '查找页面、事项和操作'],
  ['j / k', '在列表中下移、上移'],
  ['Enter', '打开选中的一行'],
  ['Esc', '关闭侧栏或对话框'],
  ['?', '打开这份帮助'],
];

export function HelpPanel({ onClose }: { readonly onClose: () => void }) {
  const help = useScreenHelp();
  return (
    <SidePanel title={help === undefined ? '帮助' : `帮助：${help.title}`} onClose={onClose}>
      <div className="help">
        {help?.body ?? <p>这一页没有单独的说明。可以查看操作手册，或按 Ctrl K 查找要去的地方。</p>}
        <h3>快捷键</h3>
        <dl>
          {keys.map(([key, what]) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{what}</dd>
            </div>
          ))}
        </dl>
        <h3>更多</h3>
        <p>
          <Link to="/guide">工作人员手册</Link>
        </p>
      </div>
    </SidePanel>
  );
}
