/// Comma-separated values (RFC 4180) in UTF-8, lines ended by CR LF.
///
/// With `excel=1` it opens right in a German spreadsheet: a byte order mark, semicolons, and no cell that a spreadsheet
/// would take for a formula.
struct CSV: Sendable {
  private let isForExcel: Bool

  init(_ arguments: Arguments) { isForExcel = arguments["excel"] != nil }

  /// The names of the columns and what stands before them.
  func head(_ names: [String]) -> [UInt8] { (isForExcel ? [0xEF, 0xBB, 0xBF] : []) + row(names) }

  func row(_ cells: [String]) -> [UInt8] {
    Array((cells.map(written).joined(separator: isForExcel ? ";" : ",") + "\r\n").utf8)
  }

  /// The cell in quotation marks where a separator, a mark or a line's end in it would be taken for the file's own.
  private func written(_ cell: String) -> String {
    let isFormula = isForExcel && cell.utf8.first.map { "=+-@\t\r".utf8.contains($0) } == true
    let cell = isFormula ? "'" + cell : cell
    guard cell.utf8.contains(where: { "\",;\n\r".utf8.contains($0) }) else { return cell }
    return "\"" + cell.replacing("\"", with: "\"\"") + "\""
  }
}
