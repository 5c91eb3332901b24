/** Clipboards for tests, written in the manner of the programs county offices use. */

export const wordDocument = `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:w="urn:schemas-microsoft-com:office:word"><head><meta name=Generator content="Microsoft Word 15">
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->
<style><!-- p.MsoNormal {mso-style-parent:""; font-family:"仿宋_GB2312";} @list l0:level1 {mso-level-text:"%1\\.";} --></style></head>
<body lang=ZH-CN style='tab-interval:21.0pt'><!--StartFragment-->
<h1 align=center style='text-align:center'><b><span style='font-family:方正小标宋'>关于做好<span lang=EN-US>2026</span>年防汛工作的通知<o:p></o:p></span></b></h1>
<p class=MsoNormal style='mso-outline-level:2;text-indent:32.0pt'><span style='font-size:16.0pt;font-family:黑体'>一、工作目标<span lang=EN-US><o:p></o:p></span></span></p>
<p class=MsoNormal style='text-indent:32.0pt'><span style='font-size:16.0pt'>各乡镇人民政府：为做好今年
防汛工作，现通知如下。<span style='mso-hide:all'>（送审稿）</span></span></p>
<p class=MsoNormal style='mso-list:l1 level1 lfo2'><![if !supportLists]><span style='mso-list:Ignore'>（一）<span style='font:7.0pt "Times New Roman"'>&nbsp; </span></span><![endif]>压实责任。主要负责人为<b>第一责任人</b><del cite="mailto:a" datetime="2026-04-01T09:00">之一</del>。<span class=MsoCommentReference><a href="#_msocom_1">[a1]</a></span></p>
<p class=MsoListParagraph style='margin-left:21.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span lang=EN-US><span style='mso-list:Ignore'>1.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>修订预案；</p>
<p class=MsoListParagraph style='margin-left:42.0pt;mso-list:l0 level2 lfo1'><![if !supportLists]><span lang=EN-US style='font-family:Wingdings'><span style='mso-list:Ignore'>l<span style='font:7.0pt "Times New Roman"'>&nbsp; </span></span></span><![endif]>含山洪预案；</p>
<p class=MsoListParagraph style='margin-left:42.0pt;mso-list:l0 level2 lfo1'><![if !supportLists]><span lang=EN-US style='font-family:Wingdings'><span style='mso-list:Ignore'>l<span style='font:7.0pt "Times New Roman"'>&nbsp; </span></span></span><![endif]>含水库预案。</p>
<p class=MsoListParagraph style='margin-left:21.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span lang=EN-US><span style='mso-list:Ignore'>2.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>开展演练。</p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<table class=MsoTableGrid border=1 cellspacing=0 style='border-collapse:collapse;mso-yfti-tbllook:1184'>
<tr style='mso-yfti-irow:0'><td width=400 colspan=3 valign=top><p class=MsoNormal align=center style='text-align:center'>物资储备表<o:p></o:p></p></td></tr>
<tr><td><p class=MsoNormal><b>品名<o:p></o:p></b></p></td><td><p class=MsoNormal><b>数量</b></p></td><td><p class=MsoNormal><b>单位</b></p></td></tr>
<tr><td rowspan=2><p class=MsoNormal>编织袋</p></td><td><p class=MsoNormal><span lang=EN-US>1200</span></p></td><td><p class=MsoNormal>条</p></td></tr>
<tr><td colspan=2><p class=MsoNormal>另备</p></td></tr></table>
<p class=MsoNormal><!--[if gte vml 1]><v:shape id="p1"><v:imagedata src="file:///C:/Temp/clip_image001.png"/></v:shape><![endif]--><![if !vml]><img width=300 src="file:///C:/Temp/clip_image002.jpg" v:shapes="p1"><![endif]></p>
<p class=MsoNormal>面积<span lang=EN-US>3m<sup>2</sup></span>，见<a href="https://www.wanglan.gov.cn/fx?id=1&amp;p=2">防汛专栏</a><a name="_Toc1"></a>。</p>
<p class=MsoNormal align=right style='text-align:right'>2026年5月8日</p>
<div style='mso-element:comment-list'><div style='mso-element:comment'><p class=MsoCommentText>此处请核实</p></div></div>
<!--EndFragment--></body></html>`;

export const wpsDocument = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta name="ProgId" content="Word.Document"><meta name="Generator" content="Kingsoft WPS"></head><body>
<h1 style="margin-top:17pt;mso-outline-level:1"><b style="mso-bidi-font-weight:normal"><span style="mso-spacerun:'yes';font-family:黑体;font-size:16pt"><font face="黑体">第一章　总则</font></span></b></h1>
<p class="MsoNormal"><span style="mso-spacerun:'yes';font-family:仿宋;font-size:16pt"><font face="仿宋">　　第一条</font></span><span style="font-size:16pt"><font face="仿宋">为规范管理，制定本办法。</font></span><span style="font-size:16pt"><o:p></o:p></span></p>
<p class="MsoNormal"><span style="mso-spacerun:'yes'"><o:p>&nbsp;</o:p></span></p>
<p class="MsoNormal" style="margin-left:21pt;mso-list:l0 level1 lfo1"><!--[if !supportLists]--><span style="font-family:宋体"><span style="mso-list:Ignore">1、<span>&nbsp;</span></span></span><!--[endif]--><span>公开事项；</span></p>
<p class="MsoNormal" style="margin-left:21pt;mso-list:l0 level1 lfo1"><!--[if !supportLists]--><span style="font-family:宋体"><span style="mso-list:Ignore">2、<span>&nbsp;</span></span></span><!--[endif]--><span>公开时限。</span></p>
<p class="MsoNormal"><span>　　附件：名单</span></p></body></html>`;

export const excelSheet = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta name=Generator content="Microsoft Excel 15">
<style><!-- .xl65 {mso-number-format:"0\\.00_ "; text-align:center;} --></style></head><body link="#0563C1">
<table border=0 cellpadding=0 cellspacing=0 width=300 style='border-collapse:collapse;width:225pt'>
<!--StartFragment--><col width=100 style='mso-width-source:userset'><col width=100 span=2>
<tr height=27><td colspan=3 height=27 class=xl65 width=300 style='text-align:center'>2026年一季度救助资金发放表</td></tr>
<tr height=19><td class=xl66><b>乡镇</b></td><td class=xl66><b>户数</b></td><td class=xl66><b>金额（元）</b></td></tr>
<tr height=19><td rowspan=2 class=xl67>青溪镇</td><td align=right x:num>12</td><td align=left x:num="3600.5">3600.50<span style='mso-spacerun:yes'>&nbsp;</span></td></tr>
<tr height=19><td x:num>8</td><td x:num="2400">2400.00</td></tr>
<tr height=0 style='display:none'><td>张三</td><td>内部</td><td>1</td></tr>
<tr height=19><td>合计</td><td x:num x:fmla="=SUM(B3:B4)">20</td><td>6000.50</td></tr>
<![if supportMisalignedColumns]><tr height=0 style='display:none'><td width=100></td><td width=100></td><td width=100></td></tr><![endif]>
<!--EndFragment--></table></body></html>`;

export const weChatArticle = `<section data-role="outer" label="edit by 135editor" style="font-size:16px"><section data-tools="135编辑器" style="text-align:center;margin:10px auto">
<section style="display:inline-block;border:1px solid #f00"><strong style="color:#fff;letter-spacing:1.5px">一图读懂</strong></section></section>
<p style="text-indent:2em;line-height:1.75em"><span style="font-size:15px;letter-spacing:1px">办理社会救助，记住三点：</span></p>
<section><p><span>●&nbsp;带身份证</span></p><p><span>●&nbsp;带户口簿</span></p></section>
<p style="text-align:center"><img class="rich_pages" data-ratio="0.56" data-src="https://mmbiz.qpic.cn/mmbiz_png/1" data-type="png"></p>
<section><section><img src="https://mmbiz.qpic.cn/2"></section></section>
<mp-common-profile data-nickname="望澜发布"></mp-common-profile><iframe class="video_iframe" src="https://v.qq.com/x"></iframe>
<p><br></p><p>咨询电话：0555-1234567</p></section>`;

export const oldSitePage = `<table width="96%" border="0" align="center" background="images/bg.gif"><tbody><tr><td height="40" align="center">
<font color="#ff0000" size="6" face="宋体"><b>望澜县人民政府办公室文件</b></font></td></tr>
<tr><td><div id="zoom"><font size="3">各单位：<br>&nbsp;&nbsp;&nbsp;&nbsp;现将有关事项通知如下。<br><br>　　一、抓紧落实<br>二、及时上报
<table border="1"><tr><td>单位</td><td>时限</td></tr><tr><td>财政局</td><td>5日</td></tr></table></font>
<p>&nbsp;</p><p align="right">2009年3月2日</p><p>　　</p></div></td></tr></tbody></table>`;
