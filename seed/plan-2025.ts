/**
 * The demonstration plan of last year, 《2025年望澜县政务公开工作要点》, as data: a narrative document whose paragraphs name
 * units and days in brackets. Its Word document is built from it; this year's plan is compared with it.
 */

/** One paragraph of the narrative that is a task. */
export interface NarrativeTask {
  readonly requirement: string;
  /** Units and day as printed at the end of the paragraph, in the customary order. */
  readonly duty: string;
}

export interface NarrativeSubsection {
  readonly title: string;
  readonly tasks: readonly NarrativeTask[];
}

export interface NarrativeSection {
  readonly title: string;
  readonly subsections: readonly NarrativeSubsection[];
}

export interface NarrativePlan {
  readonly year: number;
  readonly issuer: string;
  readonly docNumber: string;
  /** `YYYY-MM-DD`. */
  readonly issuedOn: string;
  readonly title: string;
  readonly addressees: string;
  readonly opening: string;
  readonly sections: readonly NarrativeSection[];
  readonly closing: string;
}

export const plan2025: NarrativePlan = {
  year: 2025,
  issuer: '望澜县人民政府办公室',
  docNumber: '望政办发〔2025〕9号',
  issuedOn: '2025-03-14',
  title: '2025年望澜县政务公开工作要点',
  addressees: '各镇人民政府、各街道办事处，县政府各部门：',
  opening:
    '为做好今年全县政务公开工作，更好保障群众的知情权、参与权和监督权，结合我县实际，制定本工作要点。各项任务由牵头单位负总责，责任单位按照分工抓好落实。',
  sections: [
    {
      title: '服务全县发展，公开重点领域信息',
      subsections: [
        {
          title: '公开经济运行信息',
          tasks: [
            {
              requirement:
                '在县政府门户网站开设规划实施专栏，汇总“十四五”规划主要指标和重大工程完成情况，每年更新一次并附说明。',
              duty: '牵头单位：县发改局；配合单位：县统计局；完成时限：12月底前',
            },
            {
              requirement:
                '重大建设项目从批准立项、招标投标到施工进度、竣工验收逐环节公开，工期有调整的应当说明原因。',
              duty: '牵头单位：县发改局；责任单位：县住建局、县交通运输局、县水利局；完成时限：全年',
            },
            {
              requirement: '公开财政预决算和“三公”经费，选取3个民生项目公示预算安排、资金分配和使用结果。',
              duty: '牵头单位：县财政局；责任单位：县级有关部门、各镇（街道）；完成时限：11月30日前',
            },
            {
              requirement:
                '汇总产业扶持、减税降费、消费促进等惠企政策，编成清单公布，注明经办单位和联系方式。',
              duty: '牵头单位：县工信科技局；责任单位：县发改局、县财政局、县税务局；完成时限：年底前',
            },
          ],
        },
        {
          title: '公开民生和监管信息',
          tasks: [
            {
              requirement: '分类公开就业创业扶持政策、技能培训计划和补贴申领流程，岗位信息每月更新。',
              duty: '牵头单位：县人社局；配合单位：县退役军人局；完成时限：全年',
            },
            {
              requirement:
                '教育招生、医疗服务、养老服务、社会救助等领域编制公开目录，明确责任科室和更新周期。',
              duty: '责任单位：县教育局、县民政局、县卫健局、县医保局；完成时限：9月底前',
            },
            {
              requirement: '行政许可、行政处罚和“双随机、一公开”抽查结果按统一格式公示。',
              duty: '牵头单位：县市场监管局；责任单位：县综合执法局、县应急局；完成时限：全年',
            },
            {
              requirement: '年度民生实事项目公布责任人和资金来源，每季度公布进展，完成后邀请受益群众评议。',
              duty: '牵头单位：县政府办公室；责任单位：民生实事项目牵头单位；完成时限：12月底前',
            },
          ],
        },
      ],
    },
    {
      title: '扩大公众参与，管好政策文件',
      subsections: [
        {
          title: '推进决策公开',
          tasks: [
            {
              requirement:
                '编制重大行政决策事项目录并向社会公布，每一事项公开草案说明、意见征集情况和决策结果，意见征集期限一般不少于30日。',
              duty: '牵头单位：县政府办公室；责任单位：决策承办单位；完成时限：5月底前',
            },
            {
              requirement: '邀请群众代表、专家和媒体记者列席县政府常务会议，全年不少于1次。',
              duty: '牵头单位：县政府办公室；完成时限：年底前',
            },
            {
              requirement: '结合年度重点工作举办政府开放日，每个单位全年不少于1次，活动情况及时公布。',
              duty: '牵头单位：县政府办公室；责任单位：县政府各部门、各镇（街道）；完成时限：11月底前',
            },
          ],
        },
        {
          title: '集中公开政策文件',
          tasks: [
            {
              requirement:
                '启动政策文件库建设，集中收录县政府和县政府办公室现行有效的行政规范性文件，支持按标题和发文字号检索。',
              duty: '牵头单位：县政府办公室；责任单位：县大数据局；完成时限：10月31日前',
            },
            {
              requirement: '县政府公报全年编发不少于4期，向图书馆、档案馆和各村（社区）赠阅。',
              duty: '牵头单位：县政府办公室；配合单位：县档案馆、县图书馆；完成时限：年底前',
            },
            {
              requirement: '对有效期届满的行政规范性文件开展评估，由起草单位提出继续有效或者宣布失效的意见。',
              duty: '牵头单位：县司法局；责任单位：政策起草单位；完成时限：9月底前',
            },
          ],
        },
      ],
    },
    {
      title: '做实政策解读，回应群众关切',
      subsections: [
        {
          title: '提高解读质量',
          tasks: [
            {
              requirement:
                '政策文件与解读方案、解读材料同步组织、同步审签、同步部署，解读材料于文件公开后3个工作日内发布。',
              duty: '牵头单位：县政府办公室；责任单位：政策起草单位；完成时限：全年',
            },
            {
              requirement:
                '部门主要负责人履行第一解读人职责，每人每年解读政策不少于1次，图文、视频等形式的解读占比不低于一半。',
              duty: '责任单位：县政府各部门、各镇（街道）；完成时限：年底前',
            },
            {
              requirement: '面向基层经办人员开展政策培训，每年不少于1场，讲清适用对象和办理程序。',
              duty: '责任单位：政策起草单位；完成时限：12月底前',
            },
          ],
        },
        {
          title: '回应社会关切',
          tasks: [
            {
              requirement: '县政府门户网站和政务服务便民热线的咨询实行统一编号，一般性咨询3个工作日内答复。',
              duty: '牵头单位：县信访局；责任单位：县政务服务中心、县级有关部门；完成时限：全年',
            },
            {
              requirement:
                '健全政务舆情收集、研判、处置和回应机制，重大突发事件及时发布权威信息，部门主要负责人带头接受采访。',
              duty: '牵头单位：县委宣传部；责任单位：县委网信办、县公安局；完成时限：全年',
            },
          ],
        },
      ],
    },
    {
      title: '规范依申请公开，夯实平台基础',
      subsections: [
        {
          title: '办好依申请公开',
          tasks: [
            {
              requirement:
                '各渠道收到的申请统一登记，受理、补正、延期、答复各环节留痕，使用统一的答复文书样式。',
              duty: '牵头单位：县政府办公室；责任单位：县政府各部门、各镇（街道）；完成时限：6月底前',
            },
            {
              requirement: '每半年抽检答复案卷不少于10件，对被复议纠错、诉讼败诉的案件提交整改报告。',
              duty: '牵头单位：县政府办公室；配合单位：县司法局；完成时限：12月底前',
            },
          ],
        },
        {
          title: '建好公开平台',
          tasks: [
            {
              requirement: '清理县政府门户网站空白栏目和长期不更新栏目，逐栏目明确责任单位和更新周期。',
              duty: '牵头单位：县大数据局；责任单位：县政府各部门、各镇（街道）；完成时限：6月30日前',
            },
            {
              requirement: '政务新媒体账号开设、变更、注销一律备案，清理长期不更新的账号。',
              duty: '牵头单位：县政府办公室；责任单位：政务新媒体主办单位；完成时限：全年',
            },
            {
              requirement: '县、镇两级政务公开专区统一标识，摆放办事指南，明确专人维护。',
              duty: '牵头单位：县审批局；责任单位：各镇（街道）；完成时限：9月底前',
            },
            {
              requirement: '选取10个村（社区）试点村务公开“一件事”模块，线上内容与公示栏一致。',
              duty: '牵头单位：县民政局；责任单位：县农业农村局、各镇（街道）；完成时限：10月底前',
            },
          ],
        },
      ],
    },
    {
      title: '强化保障，抓好落实',
      subsections: [
        {
          title: '健全机制',
          tasks: [
            {
              requirement:
                '县政务公开领导小组全年召开会议不少于1次，研究解决重点难点问题，所需经费纳入部门预算。',
              duty: '牵头单位：县政务公开领导小组；配合单位：县财政局；完成时限：全年',
            },
            {
              requirement: '组织政务公开业务培训，每年不少于1期，覆盖全部联络员；联络员变动的及时报备。',
              duty: '牵头单位：县政府办公室；责任单位：县政府各部门、各镇（街道）；完成时限：年底前',
            },
            {
              requirement: '各单位对照本工作要点制定年度任务清单，报县政府办公室备案，并建立工作台账。',
              duty: '责任单位：县政府各部门、各镇（街道）；完成时限：本文件印发后30日内',
            },
            {
              requirement: '编制并公布政府信息公开工作年度报告，如实反映本工作要点落实情况。',
              duty: '牵头单位：县政府办公室；责任单位：县政府各部门、各镇（街道）；完成时限：2026年1月31日前',
            },
          ],
        },
      ],
    },
  ],
  closing: '各单位落实情况由县政府办公室定期调度，并作为年度考核的参考。',
};
