"""Page images before they are read: opened, turned upright, parted, made flat and even, brought to one scale."""
