enum IncidentStorePlaceholder {}
