/**
 * How a paper looks as PDF (GB/T 9704-2012): a fixed program of the typesetter that is handed the paper as data. Words
 * of a paper are never part of the program, so nothing in them can be taken for markup.
 */

/**
 * Margins of 37, 35, 28 and 26 mm, three-hao type on lines of 28 points; two-hao titles; `— 1 —` at the foot. Faces the
 * operator installed come first in every list.
 */
export const pdfTemplate = `
#let paper = json(bytes(sys.inputs.paper))
#let serif = ("FangSong_GB2312", "FangSong", "STFangsong", "Noto Serif SC")
#let black = ("SimHei", "Noto Sans SC", "Noto Serif SC")
#let kai = ("KaiTi_GB2312", "KaiTi", "Noto Serif SC")
#let song = ("FZXiaoBiaoSong-B05S", "FZXiaoBiaoSong-B05", "SimSun", "Noto Serif SC")
#set document(title: paper.title, author: paper.issuer, date: none)
#set page(
  paper: "a4",
  flipped: paper.landscape,
  margin: if paper.landscape { (x: 20mm, y: 22mm) } else { (top: 37mm, bottom: 35mm, left: 28mm, right: 26mm) },
  footer: if paper.pageNumbers {
    context align(center, text(font: "Noto Serif SC", size: 14pt)[— #counter(page).display() —])
  },
)
#set text(font: serif, size: 16pt, lang: "zh", region: "cn", top-edge: 0.8em, bottom-edge: -0.2em, cjk-latin-spacing: none)
#set par(leading: 12pt, spacing: 12pt, justify: true)
#let run(one) = {
  let words = text(one.text)
  if one.at("strong", default: false) { words = text(weight: "bold", words) }
  if one.at("underline", default: false) { words = underline(offset: 3pt, words) }
  let script = one.at("script", default: none)
  if script == "sup" { super(words) } else if script == "sub" { sub(words) } else { words }
}
#let runs(list) = list.map(run).join()
#let sides = (left: left, center: center, right: right)
#let flow(side, body) = if side == "justify" { body } else { align(sides.at(side), body) }
#let cell(one, size) = table.cell(
  colspan: one.columnSpan,
  rowspan: one.rowSpan,
  align: (sides.at(one.align, default: left)) + horizon,
)[
  #set par(justify: false, leading: 5pt, first-line-indent: 0pt)
  #set text(size: size)
  #if one.header { text(font: black, weight: "bold", runs(one.text)) } else { runs(one.text) }
]
#let grid-of(block) = {
  let size = if block.small { 10.5pt } else { 14pt }
  if block.caption != none { align(center, text(size: 14pt, font: black, weight: "bold", block.caption)) }
  let head = block.rows.slice(0, block.headRows)
  let rest = block.rows.slice(block.headRows)
  table(
    columns: block.widths.map(width => width * 1fr),
    stroke: 0.6pt,
    inset: (x: 5pt, y: 6pt),
    ..if head.len() > 0 { (table.header(..head.flatten().map(one => cell(one, size))),) } else { () },
    ..rest.flatten().map(one => cell(one, size)),
  )
}
#let entry(block) = {
  if block.kind == "redHead" {
    v(10mm)
    align(center, text(font: song, weight: "bold", size: 34pt, fill: rgb("#c00000"), block.text))
    v(6mm)
  } else if block.kind == "number" {
    align(center, block.text)
    if block.ruled { v(-6pt); line(length: 100%, stroke: 1.4pt + rgb("#c00000")); v(4mm) }
  } else if block.kind == "title" {
    v(2mm)
    heading(level: 1, outlined: true, align(center, par(justify: false, leading: 12pt,
      text(font: song, weight: "bold", size: 22pt, block.lines.join(linebreak())))))
    v(4mm)
  } else if block.kind == "addressee" {
    par(justify: false, block.text + "：")
  } else if block.kind == "heading" {
    let face = if block.level == 1 { black } else if block.level == 2 { kai } else { serif }
    let weight = if block.level < 4 { "bold" } else { "regular" }
    heading(level: block.level + 1, text(font: face, weight: weight, size: 16pt, h(2em) + runs(block.text)))
  } else if block.kind == "paragraph" {
    let body = par(
      justify: block.align == "justify",
      first-line-indent: if block.indent { (amount: 2em, all: true) } else { 0pt },
      runs(block.text),
    )
    flow(block.align, body)
  } else if block.kind == "table" or block.kind == "facts" {
    grid-of(block)
  } else if block.kind == "attachments" {
    v(8pt)
    let many = block.titles.len() > 1
    for (index, title) in block.titles.enumerate() {
      grid(
        columns: (if index == 0 { 5em } else { 5em }, 1fr),
        align: (right, left),
        if index == 0 { "附件：" } else { "" },
        par(justify: false, if many { str(index + 1) + ". " + title } else { title }),
      )
    }
  } else if block.kind == "signature" {
    v(20pt)
    align(right, box(align(center)[
      #block.office
      #if block.seal { linebreak(); text(size: 12pt, fill: luma(90), "（印章）") }
      #if block.day != none { linebreak(); block.day }
    ]) + h(2em))
  } else if block.kind == "note" {
    par(first-line-indent: (amount: 2em, all: true), block.text)
  } else if block.kind == "blank" {
    rect(width: 100%, height: block.lines * 28pt, stroke: 0.6pt)
  } else if block.kind == "picture" {
    align(center, image(bytes(block.bytes), alt: block.alt, width: block.width * 100%))
    if block.caption != "" { align(center, text(size: 12pt, block.caption)) }
  } else if block.kind == "contents" {
    align(center, text(font: song, weight: "bold", size: 22pt, block.title))
    v(6mm)
    set text(size: 14pt)
    outline(title: none, depth: 2, indent: 1em)
  } else if block.kind == "pageBreak" {
    pagebreak(weak: true)
  }
}
#show heading: it => block(width: 100%, above: 12pt, below: 12pt, it.body)
#for block in paper.blocks { entry(block) }
`;
