/** How to use the site, and what it promises to people who see, hear, move or read otherwise. */
import type { ReactElement } from 'react';
import { stateMarks } from '#kernel/portal-offers.ts';
import { preferencesAddress, searchAddress } from '#portal/addresses.ts';
import { Breadcrumb } from '#portal/components/breadcrumb.tsx';
import { PageHeading } from '#portal/components/page-heading.tsx';
import { StandingMark } from '#portal/components/standing-mark.tsx';
import type { SiteFrame } from '#portal/frame.ts';
import { PortalPage } from '#portal/layout.tsx';

const title = '使用说明与无障碍声明';

const markMeanings = {
  met: { word: '达标', meaning: '任务已经完成，并有可以核对的记录。' },
  failing: { word: '未达标', meaning: '期限已过或者数量不足，记录显示没有完成。' },
  notYetDue: { word: '未到期', meaning: '期限还没有到。' },
  cannotTell: { word: '无法判定', meaning: '没有期限，或者还没有可以核对的记录；原因写在任务旁边。' },
} as const;

export function AboutPage({ frame }: { readonly frame: SiteFrame }): ReactElement {
  return (
    <PortalPage frame={frame} title={title} description="怎样查找、看懂、放大、朗读和打印本站内容。">
      <Breadcrumb steps={[]} here={title} />
      <div className="text-column">
        <PageHeading title={title} lead="怎样查找、看懂、放大、朗读和打印本站的内容。" />
        <section>
          <h2>查找</h2>
          <p>
            每一页上方都有搜索框。可以输入文件名称、单位名称或者一句话里的关键词；几个词之间空一格，表示都要出现。也可以直接打开
            <a href={searchAddress()}>搜索页</a>。
          </p>
        </section>
        <section>
          <h2>看懂任务状态</h2>
          <p>状态同时用形状、颜色和文字表示，不必分辨颜色。</p>
          <dl className="facts">
            {stateMarks.map((mark) => (
              <div key={mark}>
                <dt>
                  <StandingMark mark={mark} word={markMeanings[mark].word} />
                </dt>
                <dd>{markMeanings[mark].meaning}</dd>
              </div>
            ))}
          </dl>
          <p>带小三角的日期可以点开，看它依据哪一句、从哪天起算、跳过了哪些日子。</p>
        </section>
        <section>
          <h2>放大、高对比和朗读</h2>
          <p>
            页面右上角始终有“大字版”和“高对比”两个按钮，也可以在<a href={preferencesAddress()}>显示方式</a>
            里一并选择。选择保存在您自己的浏览器里，不含任何个人信息，恢复标准后即删除。浏览器支持语音时，还会出现“朗读”按钮。
          </p>
          <p>页面放大到两倍仍然完整可读，不需要左右移动；手机、平板和电脑看到的是同一份内容。</p>
        </section>
        <section>
          <h2>键盘和读屏软件</h2>
          <p>
            按Tab键依次到达每个链接和按钮，第一下是“跳到正文”。标题、列表、表格和表单都按结构标注；每一幅图都配有内容相同的表格。
          </p>
        </section>
        <section>
          <h2>打印和带走</h2>
          <p>任务分解表打印出来就是通常的横排表格。也可以下载Excel或者Word文件，或者用阅读器订阅更新。</p>
        </section>
        <section>
          <h2>没有脚本也能用</h2>
          <p>本站不依赖脚本，旧手机和老浏览器同样可以查看、搜索和筛选；只有朗读和打印按钮需要脚本。</p>
        </section>
        <section>
          <h2>我们的承诺</h2>
          <p>
            本站按《信息技术
            互联网内容无障碍可访问性技术要求与测试方法》和《网页内容无障碍指南》AA级的要求建设，每次改动都用程序检查。如果有哪一页您用起来仍有困难，请告诉主办单位，我们会改，并用您方便的方式先把内容提供给您。
          </p>
        </section>
      </div>
    </PortalPage>
  );
}
