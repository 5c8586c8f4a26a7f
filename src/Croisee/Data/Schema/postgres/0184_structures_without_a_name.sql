-- A structure that gave no name had the key « appel »: all individuals looked like one structure (S44).
update experiences set structure_key = '' where structure_key = 'appel';
