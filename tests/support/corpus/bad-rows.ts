import type { ListRow } from "../small-province";
import { type CorpusFile, csvFile, csvText, type ExpectedProblem, GOOD, goodRows } from "./corpus-file";

/** A good row, the row in question in line 3, and a good row. */
function around(changes: ListRow): string {
  const [first, , last] = goodRows(3);
  return csvText([first ?? GOOD, { ...GOOD, "Mã hồ sơ": "H99-2", ...changes }, last ?? GOOD]);
}

function bad(name: string, changes: ListRow, problems: readonly ExpectedProblem[], mentions: readonly string[] = []) {
  return csvFile(name, around(changes), { inserted: 2, problems, mentions });
}

function day(name: string, changes: ListRow, ...problem: ExpectedProblem) {
  return bad(name, changes, [problem], [Object.values(changes)[0] ?? ""]);
}

/** Lists in which one row is wrong: the others are taken, and the wrong one is told of. */
export const BAD_ROWS: readonly CorpusFile[] = [
  bad("no code", { "Mã hồ sơ": " " }, [[3, "Mã hồ sơ", "missingCode"]]),
  csvFile("a code of NULs, far down", csvText([...goodRows(200), { ...GOOD, "Mã hồ sơ": "\u0000\u0000" }]), {
    inserted: 200,
    problems: [[202, "Mã hồ sơ", "missingCode"]],
  }),
  csvFile("NULs in what a sentence repeats", csvText([...goodRows(200), { ...GOOD, "Trạng thái": "x\u0000y" }]), {
    inserted: 200,
    problems: [[202, "Trạng thái", "unknownStatus"]],
    mentions: ["x y"],
  }),
  bad("a code of 10 000 characters", { "Mã hồ sơ": "H".repeat(10_000) }, [[3, "Mã hồ sơ", "tooLong"]]),
  bad("no received day", { "Ngày nhận": "" }, [[3, "Ngày nhận", "missingReceived"]]),
  bad("no unit", { "Đơn vị tiếp nhận": "" }, [[3, "Đơn vị tiếp nhận", "missingUnit"]]),
  day("29/02/2019", { "Ngày nhận": "29/02/2019" }, 3, "Ngày nhận", "badDate"),
  day("31/04", { "Ngày hẹn trả": "31/04/2020" }, 3, "Ngày hẹn trả", "badDate"),
  day("month first", { "Ngày nhận": "10/31/2020" }, 3, "Ngày nhận", "badDate"),
  day("year 2602", { "Ngày hẹn trả": "06/10/2602" }, 3, "Ngày hẹn trả", "badDate"),
  day("serial 60", { "Ngày nhận": "60" }, 3, "Ngày nhận", "badDate"),
  day("#REF!", { "Ngày nhận": "#REF!" }, 3, "Ngày nhận", "badDate"),
  day("received in the future", { "Ngày nhận": "01/01/2021" }, 3, "Ngày nhận", "futureDate"),
  day("finished in the future", { "Ngày kết thúc xử lý": "01/01/2021" }, 3, "Ngày kết thúc xử lý", "futureDate"),
  day("due before received", { "Ngày hẹn trả": "30/09/2020" }, 3, "Ngày hẹn trả", "dueBeforeReceived"),
  day(
    "finished before received",
    { "Ngày kết thúc xử lý": "30/09/2020" },
    3,
    "Ngày kết thúc xử lý",
    "finishedBeforeReceived",
  ),
  bad("finished without a day", { "Ngày kết thúc xử lý": "" }, [[3, "Ngày kết thúc xử lý", "closedWithoutDay"]]),
  bad(
    "unknown unit",
    { "Đơn vị tiếp nhận": "Xã Hòa Sươn - Huyện An Bình" },
    [[3, "Đơn vị tiếp nhận", "unknownUnit"]],
    ["Xã Hòa Sươn", "Xã Hòa Sơn - Huyện An Bình"],
  ),
  bad(
    "ambiguous unit",
    { "Đơn vị tiếp nhận": "Xã Trùng Tên" },
    [[3, "Đơn vị tiếp nhận", "ambiguousUnit"]],
    ["Xã Trùng Tên - Huyện An Bình", "Xã Trùng Tên - Thị xã Đông Hà"],
  ),
  bad("a unit that had ended", { "Đơn vị tiếp nhận": "Xã Đã Sáp Nhập" }, [[3, "Đơn vị tiếp nhận", "unknownUnit"]]),
  bad(
    "unknown procedure",
    { "Mã thủ tục": "9.999999", "Tên thủ tục hành chính": "Đăng kí khai sinh" },
    [[3, "Mã thủ tục", "unknownProcedure"]],
    ["9.999999", "Đăng ký khai sinh"],
  ),
  bad("unknown status", { "Trạng thái": "Xong rồi" }, [[3, "Trạng thái", "unknownStatus"]], ["Xong rồi"]),
  bad("no status", { "Trạng thái": "" }, [[3, "Trạng thái", "unknownStatus"]]),
  bad("unknown channel", { Kênh: "Bồ câu" }, [[3, "Kênh", "unknownChannel"]], ["Bồ câu", "Trực tuyến"]),
  bad("paused without a day", { "Trạng thái": "Yêu cầu bổ sung giấy tờ", "Ngày tạm dừng": "" }, [
    [3, "Ngày tạm dừng", "pauseWithoutDay"],
  ]),
  bad("paused before received", { "Ngày tạm dừng": "30/09/2020", "Ngày tiếp tục": "02/10/2020" }, [
    [3, "Ngày tạm dừng", "pauseBeforeReceived"],
  ]),
  bad("pause reversed", { "Ngày tạm dừng": "03/10/2020", "Ngày tiếp tục": "02/10/2020" }, [
    [3, "Ngày tiếp tục", "pauseReversed"],
  ]),
  bad(
    "pause without an end",
    { "Trạng thái": "Đang xử lý", "Ngày kết thúc xử lý": "", "Ngày tạm dừng": "02/10/2020" },
    [[3, "Ngày tiếp tục", "pauseWithoutEnd"]],
  ),
  bad("three things at once", { "Mã hồ sơ": "", "Trạng thái": "?", "Ngày hẹn trả": "không" }, [
    [3, "Mã hồ sơ", "missingCode"],
    [3, "Trạng thái", "unknownStatus"],
    [3, "Ngày hẹn trả", "badDate"],
  ]),
  csvFile("the same dossier twice, alike", csvText([...goodRows(2), ...goodRows(1)]), { inserted: 2, unchanged: 1 }),
  csvFile(
    "the same code twice, different",
    csvText([...goodRows(2), { ...GOOD, "Mã hồ sơ": "H99-1", "Ngày hẹn trả": "07/10/2020" }]),
    {
      inserted: 1,
      problems: [
        [2, "Mã hồ sơ", "duplicateConflict"],
        [4, "Mã hồ sơ", "duplicateConflict"],
      ],
      mentions: ["H99-1", "2, 4"],
    },
  ),
  csvFile(
    "20 000 rows and the last one broken",
    () => csvText([...goodRows(20_000), { ...GOOD, "Mã hồ sơ": "H99-x", "Ngày nhận": "32/01/2020" }]),
    { inserted: 20_000, problems: [[20_002, "Ngày nhận", "badDate"]], mentions: ["32/01/2020"] },
  ),
  csvFile("a row cut short", `${csvText(goodRows(2))}H99-3,Xã Hòa Sơn\r\n`, {
    inserted: 2,
    problems: [
      [4, "Trạng thái", "unknownStatus"],
      [4, "Ngày nhận", "missingReceived"],
      [4, "Tên thủ tục hành chính", "unknownProcedure"],
    ],
  }),
];
