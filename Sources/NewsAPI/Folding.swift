extension String {
  var folded: String {
    lowercased().replacing("ä", with: "ae").replacing("ö", with: "oe").replacing("ü", with: "ue").replacing(
      "ß", with: "ss")
  }
}
extension SeedFile { var isValidUTF8: Bool { encoding == .utf8 } }
import NewsArchive
