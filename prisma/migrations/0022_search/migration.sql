-- Search by the start of any word of a name, and by the start of a reference. `simple`: names are no language, nothing is cut off and nothing left out. What joins two
-- names ("Smith-Jones", "O'Neill") parts two words, and Latin letters are looked for without their accents, whatever the locale of the database: as client/web/search
-- reads what is typed.
create function name_words(name text) returns tsvector language sql immutable strict parallel safe as $$
  select pg_catalog.to_tsvector('pg_catalog.simple', pg_catalog.translate(name,
    '-''’‘`.,/·ÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞàáâãäåçèéêëìíîïðñòóôõöøùúûüýþÿĀāĂăĄąĆćĈĉĊċČčĎďĐđĒēĔĕĖėĘęĚěĜĝĞğĠġĢģĤĥĨĩĪīĬĭĮįİıĴĵĶķĹĺĻļĽľŁłŃńŅņŇňŌōŎŏŐőŔŕŖŗŘřŚśŜŝŞşŠšŢţŤťŨũŪūŬŭŮůŰűŲųŴŵŶŷŸŹźŻżŽžȘșȚț',
    '         aaaaaaceeeeiiiidnoooooouuuuytaaaaaaceeeeiiiidnoooooouuuuytyaaaaaaccccccccddddeeeeeeeeeegggggggghhiiiiiiiiiijjkkllllllllnnnnnnoooooorrrrrrssssssssttttuuuuuuuuuuuuwwyyyzzzzzzsstt'))
$$;

create index child_words_idx on child using gin (name_words(forename || ' ' || surname));
create index person_words_idx on person using gin (name_words(name));
create index case_file_ref_prefix_idx on case_file (lower(ref) text_pattern_ops);
