enum IncidentCorePlaceholder {}
