/** A plan of about forty pages as a county office writes it, with twenty faults planted or with all of them mended. */
import {
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  Document,
  Header,
  InsertedTextRun,
  Packer,
  PageBreak,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';

interface PlantedFault {
  readonly name: string;
  /** Words that the finding's row in the list holds, all of them. */
  readonly words: readonly string[];
  /** The sentence with the fault, and as it should be; absent for what is not a sentence of the body. */
  readonly wrong?: string;
  readonly right?: string;
}

export const plantedFaults: readonly PlantedFault[] = [
  {
    name: '身份证号码',
    words: ['个人信息', '11010519491231002X'],
    wrong: '受理人张明远，身份证号11010519491231002X，已经核实。',
    right: '受理人的身份信息已经核实。',
  },
  {
    name: '手机号码',
    words: ['个人信息', '13512345678'],
    wrong: '低保对象李桂兰，手机号码13512345678。',
    right: '低保对象的联系方式另行登记。',
  },
  {
    name: '银行卡号',
    words: ['个人信息', '6222021234567890128'],
    wrong: '补助打入本人银行卡，卡号6222021234567890128。',
    right: '补助打入本人银行卡。',
  },
  {
    name: '发文字号',
    words: ['发文字号', '[2026]'],
    wrong: '根据望澜政办发[2026]012号的要求，制定本方案。',
    right: '根据望澜政办发〔2026〕12号的要求，制定本方案。',
  },
  {
    name: '不存在的日期',
    words: ['日期', '2026年2月30日'],
    wrong: '第一阶段于2026年2月30日前完成。',
    right: '第一阶段于2026年2月27日前完成。',
  },
  { name: '页眉里的密级', words: ['密级标志', '机密'] },
  { name: '修订痕迹', words: ['文稿遗留', '修订'] },
  { name: '批注', words: ['文稿遗留', '批注'] },
  {
    name: '错别字',
    words: ['错别字', '布署'],
    wrong: '各单位要按照统一布署抓好落实。',
    right: '各单位要按照统一部署抓好落实。',
  },
  {
    name: '法规名称',
    words: ['法律法规名称', '政府信息公开条列'],
    wrong: '依照《中华人民共和国政府信息公开条列》办理。',
    right: '依照《中华人民共和国政府信息公开条例》办理。',
  },
  {
    name: '没有的条文',
    words: ['法律法规名称', '第九十九条'],
    wrong: '依照《中华人民共和国行政许可法》第九十九条办理。',
    right: '依照《中华人民共和国行政许可法》第三十条办理。',
  },
  {
    name: '缺少附件',
    words: ['附件'],
    wrong: '具体分工见附件3。',
    right: '具体分工另行通知。',
  },
  {
    name: '占位符',
    words: ['文稿遗留', 'XX'],
    wrong: '请各镇于XX月XX日前报送情况。',
    right: '请各镇于3月20日前报送情况。',
  },
  {
    name: '半角标点',
    words: ['标点符号'],
    wrong: '要明确责任,落实到人。',
    right: '要明确责任，落实到人。',
  },
  { name: '合计错误', words: ['数字合计'] },
  { name: '序号重复', words: ['序号层次'] },
  {
    name: '固定表述',
    words: ['规范表述', '以习近平总书记为核心的党中央'],
    wrong: '更加紧密地团结在以习近平总书记为核心的党中央周围。',
    right: '更加紧密地团结在以习近平同志为核心的党中央周围。',
  },
  {
    name: '已撤销的机构',
    words: ['机构名称', '国土资源部'],
    wrong: '2026年3月，国土资源部印发通知，要求各地开展检查。',
    right: '2026年3月，自然资源部印发通知，要求各地开展检查。',
  },
  {
    name: '内部资料',
    words: ['密级标志', '内部资料'],
    wrong: '内部资料 注意保存',
    right: '公开方式：主动公开',
  },
  {
    name: '月份不存在',
    words: ['日期', '2026年13月'],
    wrong: '第二阶段于2026年13月5日前完成。',
    right: '第二阶段于2026年12月5日前完成。',
  },
];

const pages = 40;

/** Plain sentences of a page, each page with its own figures so that no two are alike. */
function pageOfText(page: number): string[] {
  const villages = 3 + (page % 7);
  return [
    `在前期调查的基础上，全县继续推进农村供水工作，本批涉及${villages}个村，由县水利局会同有关镇组织实施。`,
    '县水利局要加强技术指导，及时解决施工中的问题；有关镇要做好群众工作，听取群众意见。',
    `工程完工后，由县水利局组织验收。验收合格的，移交村集体管理；本批工程预计惠及群众${villages * 210}人。`,
    '资金拨付和使用情况在村务公开栏公开，接受群众监督。',
  ];
}

const cellOf = (text: string) => new TableCell({ children: [new Paragraph(text)] });
const rowOf = (texts: readonly string[]) => new TableRow({ children: texts.map(cellOf) });

/** The file's bytes; `isMended` writes every sentence as it should be. */
export async function longDocument(isMended: boolean): Promise<Uint8Array> {
  const sentences = plantedFaults.flatMap(({ wrong, right }) =>
    wrong === undefined || right === undefined ? [] : [isMended ? right : wrong],
  );
  const body: (Paragraph | Table)[] = [
    new Paragraph({ text: '望澜县农村供水工作实施方案', heading: 'Title' }),
  ];
  for (let page = 0; page < pages; page += 1) {
    body.push(...pageOfText(page).map((text) => new Paragraph(text)));
    const sentence = page % 2 === 0 ? sentences[page / 2] : undefined;
    if (sentence !== undefined) body.push(new Paragraph(sentence));
    if (page === 9) {
      const number = isMended ? '二' : '一';
      body.push(new Paragraph('一、总体要求'), new Paragraph('坚持群众自愿。'));
      body.push(
        new Paragraph(`${number}、主要任务`),
        new Paragraph('建设供水设施。'),
        new Paragraph('三、保障措施'),
      );
    }
    if (page === 19) {
      const rows = [
        ['镇', '投资（万元）'],
        ['双溪镇', '120'],
        ['石门镇', '230'],
        ['合计', isMended ? '350' : '360'],
      ];
      body.push(new Table({ rows: rows.map(rowOf) }));
    }
    if (page === 29 && !isMended) body.push(remainsOfEditing());
    body.push(new Paragraph({ children: [new PageBreak()] }));
  }
  const header = isMended ? '望澜县农村供水工作实施方案' : '机密★1年';
  const document = new Document({
    comments: {
      children: isMended
        ? []
        : [
            {
              id: 1,
              author: '审核',
              date: new Date('2026-03-02T08:00:00Z'),
              children: [new Paragraph('此处再核')],
            },
          ],
    },
    sections: [{ headers: { default: new Header({ children: [new Paragraph(header)] }) }, children: body }],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

function remainsOfEditing(): Paragraph {
  return new Paragraph({
    children: [
      new CommentRangeStart(1),
      new TextRun('工程建设标准按有关规定执行'),
      new CommentRangeEnd(1),
      new TextRun({ children: [new CommentReference(1)] }),
      new InsertedTextRun({ text: '并逐年提高', author: '校对', date: '2026-03-02T08:00:00Z', id: 2 }),
      new TextRun('。'),
    ],
  });
}
