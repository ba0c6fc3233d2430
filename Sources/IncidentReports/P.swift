enum IncidentReportsPlaceholder {}
