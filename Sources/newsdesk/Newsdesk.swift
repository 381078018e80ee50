@main
enum Newsdesk {
  static func main() {}
}
