enum CommandArgumentsPlaceholder {}
