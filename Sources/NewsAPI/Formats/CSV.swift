/// Comma-separated values (RFC 4180) in UTF-8, lines ended by CR LF.
enum CSV {
  static func row(_ cells: [String]) -> [UInt8] {
    Array((cells.map(quoted).joined(separator: ",") + "\r\n").utf8)
  }

  /// The cell in quotation marks where a comma, a mark or a line's end in it would be taken for the file's own.
  private static func quoted(_ cell: String) -> String {
    guard cell.utf8.contains(where: { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }) else { return cell }
    return "\"" + cell.replacing("\"", with: "\"\"") + "\""
  }
}
