"""Places: the gazetteer, the words beside them, towns that look like people, and which place of GeoNames is meant."""
