enum JSONTreePlaceholder {}
