enum IncidentCLIPlaceholder {}
