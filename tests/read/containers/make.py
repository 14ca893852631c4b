#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes the same documents as text, web page (also in one file), CSV, workbook, Word file and PDF, beside this script.

What they say is made up. The bytes are the same every time.
"""
import html
import pathlib
import quopri
import zipfile

HERE = pathlib.Path(__file__).parent


class Table:
    """Rows of texts; (text, rows, columns) is a cell over several, None what such a cell covers."""

    def __init__(self, name, form, unit, rows):
        self.name, self.form, self.unit, self.rows = name, form, unit, rows


INCOME = Table("收入支出决算总表", "公开01表", "单位：万元", [
    [("收入", 1, 2), None, ("支出", 1, 2), None],
    ["项目", "金额", "项目", "金额"],
    ["一、一般公共预算财政拨款收入", "1200.50", "一、一般公共服务支出", "1100.30"],
    ["二、政府性基金预算财政拨款收入", "300.25", "二、社会保障和就业支出", "250.45"],
    ["三、其他收入", "99.25", "三、住房保障支出", "180.00"],
    ["本年收入合计", "1600.00", "本年支出合计", "1530.75"],
    ["年初结转和结余", "40.00", "年末结转和结余", "109.25"],
    ["总计", "1640.00", "总计", "1640.00"],
])


def expenditure(total):
    return Table("支出决算表", "公开03表", "单位：万元", [
        [("项目", 1, 2), None, ("本年支出合计", 2, 1), ("基本支出", 2, 1), ("项目支出", 2, 1)],
        ["功能分类科目编码", "科目名称", None, None, None],
        [("合计", 1, 2), None, "1530.75", "930.75", "600.00"],
        ["201", "一般公共服务支出", total, "600.30", "500.00"],
        ["208", "社会保障和就业支出", "250.45", "150.45", "100.00"],
        ["221", "住房保障支出", "180.00", "180.00", "0.00"],
    ])


def document(total):
    return [
        "某某局2022年度部门决算",
        "一、收入支出决算总体情况说明",
        "2022年度收入总计1640.00万元，支出总计1640.00万元。",
        INCOME,
        "二、支出决算情况说明",
        "2022年度本年支出合计1530.75万元，其中：基本支出930.75万元，占60.80%；项目支出600.00万元，占39.20%。",
        expenditure(total),
        "三、“三公”经费支出决算情况说明",
        "2022年度“三公”经费支出决算为33.50万元，其中：因公出国（境）费0.00万元，公务用车购置及运行维护费28.00万元，公务接待费5.50万元。",
    ]


DOCUMENTS = {"consistent": document("1100.30"), "faulty": document("1100.80")}


def cells(row):
    """(column, text, rows, columns) of the cells that a row prints."""
    for column, cell in enumerate(row):
        if cell is None:
            continue
        text, rows, columns = cell if isinstance(cell, tuple) else (cell, 1, 1)
        yield column, text, rows, columns


def is_number(text):
    return text.replace(".", "", 1).replace("-", "", 1).isdigit() and "." in text


def as_text(blocks):
    out = []
    for block in blocks:
        if isinstance(block, str):
            out += [block, ""]
            continue
        out += [block.name, block.form, block.unit]
        width = len(block.rows[0])
        for row in block.rows:
            texts = [""] * width
            for column, text, _, _ in cells(row):
                texts[column] = text
            out.append("|" + "|".join(texts) + "|")
        out.append("")
    return "\n".join(out)


def as_html(blocks):
    out = ['<!DOCTYPE html><html><head><meta charset="utf-8"></head><body>']
    for block in blocks:
        if isinstance(block, str):
            out.append(f"<p>{html.escape(block, False)}</p>")
            continue
        out += [f"<p>{block.name}</p>", f"<p>{block.form}</p>", f"<p>{block.unit}</p>", "<table>"]
        for row in block.rows:
            tds = "".join(f'<td rowspan="{r}" colspan="{c}">{html.escape(text)}</td>' for _, text, r, c in cells(row))
            out.append(f"<tr>{tds}</tr>")
        out.append("</table>")
    return "\n".join(out + ["</body></html>", ""])


def as_mht(blocks):
    page = as_html(blocks).replace('charset="utf-8"', 'charset="gb2312"').encode("gb18030")
    return (b"From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n"
            b"\tboundary=\"----MultipartBoundary--0\"\r\n\r\n\r\n------MultipartBoundary--0\r\n"
            b"Content-Type: text/html; charset=gb2312\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n" +
            quopri.encodestring(page).replace(b"\n", b"\r\n") +
            b"\r\n------MultipartBoundary--0\r\nContent-Type: text/css\r\n\r\nbody { }\r\n"
            b"------MultipartBoundary--0--\r\n")


def as_csv(blocks):
    out = []
    for block in blocks:
        if isinstance(block, str):
            out += [block, ""]
            continue
        out += [block.name, block.form, block.unit]
        for row in block.rows:
            texts = [""] * len(row)
            for column, text, _, _ in cells(row):
                texts[column] = text
            out.append(",".join(texts))
        out.append("")
    return "\n".join(out)


def archive(path, parts):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
        for name, text in parts:
            info = zipfile.ZipInfo(name, (2022, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            out.writestr(info, '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + text)


PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def relationships(*targets):
    items = "".join(f'<Relationship Id="rId{i}" Type="{OFFICE}/{kind}" Target="{target}"/>'
                    for i, (kind, target) in enumerate(targets, 1))
    return f'<Relationships xmlns="{PACKAGE}relationships">{items}</Relationships>'


def content_types(*parts):
    items = "".join(f'<Override PartName="{name}" ContentType="application/vnd.openxmlformats-officedocument.{kind}+xml"/>'
                    for name, kind in parts)
    return (f'<Types xmlns="{PACKAGE}content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Default Extension="xml" ContentType="application/xml"/>{items}</Types>')


def as_docx(path, blocks):
    def paragraph(text):
        return f'<w:p><w:r><w:t xml:space="preserve">{html.escape(text, False)}</w:t></w:r></w:p>'

    def table(block):
        width = len(block.rows[0])
        grid = "".join('<w:gridCol w:w="2000"/>' for _ in range(width))
        out = f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>"
        open_until = [0] * width
        for number, row in enumerate(block.rows):
            out += "<w:tr>"
            printed = {column: (text, r, c) for column, text, r, c in cells(row)}
            column = 0
            while column < width:
                if column in printed:
                    text, r, c = printed[column]
                    merge = '<w:vMerge w:val="restart"/>' if r > 1 else ""
                    span = f'<w:gridSpan w:val="{c}"/>' if c > 1 else ""
                    open_until[column] = number + r
                    out += f"<w:tc><w:tcPr>{span}{merge}</w:tcPr>{paragraph(text)}</w:tc>"
                    column += c
                elif open_until[column] > number:
                    out += "<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>"
                    column += 1
                else:
                    out += "<w:tc><w:tcPr/><w:p/></w:tc>"
                    column += 1
            out += "</w:tr>"
        return out + "</w:tbl>"

    body = ""
    for block in blocks:
        if isinstance(block, str):
            body += paragraph(block)
        else:
            body += paragraph(block.name) + paragraph(block.form) + paragraph(block.unit) + table(block)
    archive(path, [
        ("[Content_Types].xml", content_types(("/word/document.xml", "wordprocessingml.document.main"))),
        ("_rels/.rels", relationships(("officeDocument", "word/document.xml"))),
        ("word/document.xml",
         '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
         f"<w:body>{body}</w:body></w:document>"),
    ])


def address(row, column):
    return f"{chr(65 + column)}{row + 1}"


def as_xlsx(path, blocks):
    rows, merged, strings = [], [], []

    def string(text):
        if text not in strings:
            strings.append(text)
        return strings.index(text)

    def cell(row, column, text):
        # Numbers are stored with more digits than they show.
        if is_number(text):
            return f'<c r="{address(row, column)}" s="1"><v>{text}00000000000{"4" if text != "0.00" else ""}</v></c>'
        return f'<c r="{address(row, column)}" t="s"><v>{string(text)}</v></c>'

    def line(text):
        rows.append(f'<row r="{len(rows) + 1}">{cell(len(rows), 0, text)}</row>')

    for block in blocks:
        if isinstance(block, str):
            line(block)
            rows.append("")
            continue
        for text in (block.name, block.form, block.unit):
            line(text)
        for row in block.rows:
            number = len(rows)
            out = ""
            for column, text, r, c in cells(row):
                out += cell(number, column, text)
                if r > 1 or c > 1:
                    merged.append(f'<mergeCell ref="{address(number, column)}:{address(number + r - 1, column + c - 1)}"/>')
            rows.append(f'<row r="{number + 1}">{out}</row>')
        rows.append("")
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    archive(path, [
        ("[Content_Types].xml", content_types(("/xl/workbook.xml", "spreadsheetml.sheet.main"),
                                              ("/xl/worksheets/sheet1.xml", "spreadsheetml.worksheet"),
                                              ("/xl/styles.xml", "spreadsheetml.styles"),
                                              ("/xl/sharedStrings.xml", "spreadsheetml.sharedStrings"))),
        ("_rels/.rels", relationships(("officeDocument", "xl/workbook.xml"))),
        ("xl/workbook.xml", f'<workbook xmlns="{main}" xmlns:r="{OFFICE}"><sheets>'
                            '<sheet name="决算" sheetId="1" r:id="rId1"/></sheets></workbook>'),
        ("xl/_rels/workbook.xml.rels", relationships(("worksheet", "worksheets/sheet1.xml"), ("styles", "styles.xml"),
                                                     ("sharedStrings", "sharedStrings.xml"))),
        ("xl/worksheets/sheet1.xml", f'<worksheet xmlns="{main}"><sheetData>{"".join(rows)}</sheetData>'
                                     f'<mergeCells count="{len(merged)}">{"".join(merged)}</mergeCells></worksheet>'),
        ("xl/styles.xml", f'<styleSheet xmlns="{main}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="4"/>'
                          "</cellXfs></styleSheet>"),
        ("xl/sharedStrings.xml", f'<sst xmlns="{main}">' + "".join(
            f"<si><t>{html.escape(text, False)}</t></si>" for text in strings) + "</sst>"),
    ])


class Paper:
    """Pages of 595 by 842 points, written from the top down."""

    TOP, BOTTOM, LEFT, RIGHT = 780, 70, 70, 525

    def __init__(self):
        self.pages, self.y = [""], self.TOP

    def room(self, height):
        if self.y - height < self.BOTTOM:
            self.pages.append("")
            self.y = self.TOP

    def draw(self, content):
        self.pages[-1] += content + "\n"

    def text(self, x, y, text, size=10):
        self.draw(f"BT /F1 {size} Tf {x:g} {y:g} Td <{text.encode('utf-16-be').hex()}> Tj ET")

    def paragraph(self, text, size=10):
        width = lambda c: size / 2 if ord(c) < 0x80 else size
        lines, room = [""], self.RIGHT - self.LEFT - 2 * size
        for c in text:
            if room < width(c):
                lines.append("")
                room = self.RIGHT - self.LEFT
            lines[-1] += c
            room -= width(c)
        for number, line in enumerate(lines):
            self.room(18)
            self.text(self.LEFT + (2 * size if number == 0 else 0), self.y - 12, line, size)
            self.y -= 18

    def table(self, block):
        height, width = 20, len(block.rows[0])
        widths = [130, 95, 130, 95] if width == 4 else [90, 130, 75, 75, 75]
        edges = [self.LEFT + sum(widths[:i]) for i in range(width + 1)]
        self.room(70 + height * len(block.rows))
        self.text((edges[0] + edges[-1] - 12 * len(block.name)) / 2, self.y - 24, block.name, 12)
        self.text(edges[-1] - 60, self.y - 40, block.form, 9)
        self.text(edges[-1] - 60, self.y - 54, block.unit, 9)
        self.y -= 60
        for number, row in enumerate(block.rows):
            top = self.y - height * number
            printed = {column: (text, r, c) for column, text, r, c in cells(row)}
            for column, (text, r, c) in printed.items():
                right, bottom = edges[column + c], top - height * r
                self.draw(f"{edges[column]} {bottom} {right - edges[column]} {top - bottom} re S")
                size = sum(4.5 if ord(char) < 0x80 else 8 for char in text)
                x = right - size - 4 if is_number(text) else edges[column] + 4
                self.text(x, (top + bottom) / 2 - 3, text, 8)
        self.y -= height * len(block.rows) + 10


def as_pdf(path, blocks):
    paper = Paper()
    for block in blocks:
        if isinstance(block, str):
            paper.paragraph(block)
        else:
            paper.table(block)
    for number in range(len(paper.pages)):
        paper.pages[number] += f"BT /F1 9 Tf 295 40 Td <{str(number + 1).encode('utf-16-be').hex()}> Tj ET\n"
    # Codes are characters: the font needs no file for its words to be read.
    ranges = [f"<{high:02X}00> <{high:02X}FF> <{high:02X}00>" for high in range(256)]
    to_unicode = ("/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def\n"
                  "1 begincodespacerange <0000> <FFFF> endcodespacerange\n" + "".join(
                      "64 beginbfrange\n" + "\n".join(ranges[i:i + 64]) + "\nendbfrange\n" for i in range(0, 256, 64)) +
                  "endcmap end end")

    def stream(content):
        return f"<</Length {len(content)}>>stream\n{content}\nendstream"

    numbers = [7 + 2 * i for i in range(len(paper.pages))]
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {len(numbers)}/Kids[{' '.join(f'{n} 0 R' for n in numbers)}]>>",
        "<</Type/Font/Subtype/Type0/BaseFont/Song/Encoding/Identity-H/DescendantFonts[4 0 R]/ToUnicode 6 0 R>>",
        "<</Type/Font/Subtype/CIDFontType2/BaseFont/Song/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
        "/FontDescriptor 5 0 R/DW 1000/W[32 126 500]>>",
        "<</Type/FontDescriptor/FontName/Song/Flags 4/FontBBox[0 -140 1000 860]/ItalicAngle 0/Ascent 860/Descent -140"
        "/CapHeight 860/StemV 80>>",
        stream(to_unicode),
    ]
    for number, content in zip(numbers, paper.pages):
        objects += [f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>/Contents {number + 1} 0 R>>",
                    stream(content)]
    out, places = "%PDF-1.7\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{content}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    path.write_text(f"{out}xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer<</Size {len(objects) + 1}"
                    f"/Root 1 0 R>>\nstartxref\n{len(out)}\n%%EOF\n", encoding="ascii", newline="\n")


for name, blocks in DOCUMENTS.items():
    as_pdf(HERE / f"{name}.pdf", blocks)
    (HERE / f"{name}.txt").write_text(as_text(blocks), encoding="utf-8")
    (HERE / f"{name}.html").write_text(as_html(blocks), encoding="utf-8")
    (HERE / f"{name}.mht").write_bytes(as_mht(blocks))
    (HERE / f"{name}.csv").write_text(as_csv(blocks), encoding="utf-8")
    as_docx(HERE / f"{name}.docx", blocks)
    as_xlsx(HERE / f"{name}.xlsx", blocks)
