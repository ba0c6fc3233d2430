import IncidentCLI

@main
enum Main {
  static func main() {
    Launch.main()
  }
}
