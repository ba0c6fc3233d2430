enum IncidentExchangePlaceholder {}
