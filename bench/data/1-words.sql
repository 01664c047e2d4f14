-- What the rows are made of. Everything follows from a row's number and a salt, so the same scale gives the same
-- rows everywhere. Nothing here is left behind: it all lives in the session's temporary schema.

CREATE FUNCTION pg_temp.cities() RETURNS int LANGUAGE sql STABLE AS
  $$ SELECT current_setting('bench.scale')::int $$;

-- A number from 0 to range - 1.
CREATE FUNCTION pg_temp.pick(n bigint, salt int, range int) RETURNS int LANGUAGE sql IMMUTABLE AS
  $$ SELECT (abs(hashint8extended(n, salt) % range))::int $$;

CREATE FUNCTION pg_temp.chance(n bigint, salt int, percent int) RETURNS boolean LANGUAGE sql IMMUTABLE AS
  $$ SELECT abs(hashint8extended(n, salt) % 100) < percent $$;

-- Ids of version 7 in the order of creation; the kind keeps them apart in the register of nodes.
CREATE FUNCTION pg_temp.id(kind int, n bigint) RETURNS uuid LANGUAGE sql IMMUTABLE AS
  $$ SELECT ('0190' || lpad(to_hex(kind), 4, '0') || '-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid $$;

CREATE FUNCTION pg_temp.one_of(words text[], n bigint, salt int) RETURNS text LANGUAGE sql IMMUTABLE AS
  $$ SELECT words[1 + pg_temp.pick(n, salt, cardinality(words))] $$;

-- A date of this year to the year, the month or the day.
CREATE FUNCTION pg_temp.partial_date(year int, n bigint, salt int) RETURNS text LANGUAGE sql IMMUTABLE AS
  $$ SELECT left(make_date(year, 1 + pg_temp.pick(n, salt + 1, 12), 1 + pg_temp.pick(n, salt + 2, 28))::text,
       (ARRAY[4, 7, 10])[1 + pg_temp.pick(n, salt, 3)]) $$;

CREATE FUNCTION pg_temp.place(n bigint) RETURNS text LANGUAGE sql IMMUTABLE AS
  $$ SELECT pg_temp.one_of('{Löwenweg,Küchengarten,Münzstraße,Bürgerstraße,Mühlgraben,Süßmilchgasse,Gänseberg,Schülerstraße,
       Brühl,Tübinger Straße,Große Kirchgasse,Kötschauer Weg,Zwötzen,Röppisch,Hermsdorfer Höhe,Lusan,Bieblach,Untermhaus,
       Debschwitz,Stadtwald,Theaterplatz,Sachsenplatz}', n, 11) || ' ' || 1 + pg_temp.pick(n, 12, 180) $$;

CREATE FUNCTION pg_temp.work_title(n bigint) RETURNS text LANGUAGE sql IMMUTABLE AS
  $$ SELECT pg_temp.one_of('{Sanierung,Neubau,Erweiterung,Aufwertung,Weiterführung,Erschließung,Barrierefreie Umgestaltung,
       Förderung,Stärkung,Begrünung,Verstetigung,Prüfung}', n, 13) || ' '
       || pg_temp.one_of('{der Grundschule,der Kindertagesstätte,des Spielplatzes,des Jugendtreffs,der Fußgängerbrücke,
       des Bürgerhauses,der Straßenbahnhaltestelle,des Radwegs,der Volkshochschule,des Begegnungszentrums,der Sporthalle,
       der Bücherei,des Gehwegs,der Wärmeversorgung}', n, 14) || ' '
       || pg_temp.one_of('{am,beim,nahe,rund um,gegenüber}', n, 15) || ' ' || pg_temp.place(n) $$;

CREATE FUNCTION pg_temp.prose(n bigint) RETURNS text LANGUAGE sql IMMUTABLE AS
  $$ SELECT string_agg(pg_temp.one_of(ARRAY[
       'Die Maßnahme verbessert die Lebensqualität im Quartier und wird gemeinsam mit den Trägern umgesetzt.',
       'Für ältere Menschen, Familien und Jugendliche entstehen neue Räume der Begegnung.',
       'Die Umsetzung erfolgt in Abhängigkeit von der Bewilligung der Fördermittel.',
       'Zunächst werden Bedarf, Flächen und mögliche Betreiber geprüft.',
       'Öffentlichkeit und Ortsteilräte werden über die Schritte regelmäßig informiert.',
       'Grünflächen, Wege und Zugänge werden barrierefrei und klimaangepasst hergestellt.'], n, 20 + step), ' ')
     FROM generate_series(1, 2 + pg_temp.pick(n, 20, 3)) AS step $$;
