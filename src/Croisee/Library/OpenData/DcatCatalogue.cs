namespace Croisee.Library.OpenData;

/// <summary>
/// The entry of a catalogue of open data, after DCAT-AP 3.0.0: what its shapes (releases/3.0.0/shacl/dcat-ap-SHACL.ttl) ask of a catalogue, a data set, a distribution, a data service and an agent.
/// Every thing that is named has its class here, so that the entry can be checked alone.
/// </summary>
static class DcatCatalogue
{
    const string Eu = "http://publications.europa.eu/resource/authority/", French = Eu + "language/FRA", France = Eu + "country/FRA", Public = Eu + "access-right/PUBLIC", Often = Eu + "frequency/CONT";
    const string Themes = Eu + "data-theme", Society = Themes + "/SOCI", Health = Themes + "/HEAL", Stable = Eu + "planned-availability/STABLE", Resource = "rdfs:Resource";

    /// <param name="tables">What is given beside the sheets: each is a data set of its own.</param>
    public static IReadOnlyList<RdfThing> Of(OpenDataFacts facts, IReadOnlyList<OpenTable> tables)
    {
        var (home, publisher, contact) = (facts.Origin + OpenDataFacts.Path, facts.Origin + "/#editeur", facts.Origin + "/aide#contact");
        var (catalogue, dataset, api) = (home + "#catalogue", home + "#fiches", home + "#api");
        var dates = new List<(string, RdfValue)>();
        if (facts.Since is { } since) dates.Add(("dct:issued", RdfValue.Day(OpenDataFacts.Iso(since))));
        if (facts.LastChange is { } last) dates.Add(("dct:modified", RdfValue.Day(OpenDataFacts.Iso(last))));
        return
        [
            new(catalogue, ["dcat:Catalog"],
            [
                ("dct:title", RdfValue.French("Données ouvertes de " + facts.Publisher)), ("dct:description", RdfValue.French("Les données que cette instance de Croisée donne à tous.")), ("dct:publisher", RdfValue.At(publisher)),
                ("dcat:dataset", RdfValue.At(dataset)), .. tables.Select(t => ("dcat:dataset", RdfValue.At($"{home}#{t.Code}"))), ("dcat:service", RdfValue.At(api)), ("dct:language", RdfValue.At(French)), ("dct:license", RdfValue.At(OpenDataFacts.LicenceIri)), ("foaf:homepage", RdfValue.At(home)),
                ("dcat:themeTaxonomy", RdfValue.At(Themes)), ("dct:spatial", RdfValue.At(France)), .. dates,
            ]),
            new(dataset, ["dcat:Dataset"],
            [
                ("dct:title", RdfValue.French(OpenDataFacts.Title)), ("dct:description", RdfValue.French(OpenDataFacts.Description)), ("dct:identifier", new(dataset)), ("dct:publisher", RdfValue.At(publisher)),
                ("dcat:contactPoint", RdfValue.At(contact)), .. OpenDataFacts.Keywords.Select(k => ("dcat:keyword", RdfValue.French(k))), ("dcat:theme", RdfValue.At(Society)), ("dcat:theme", RdfValue.At(Health)),
                ("dct:language", RdfValue.At(French)), ("dct:accessRights", RdfValue.At(Public)), ("dct:accrualPeriodicity", RdfValue.At(Often)), ("dct:spatial", RdfValue.At(France)), ("dcat:landingPage", RdfValue.At(home)),
                ("foaf:page", RdfValue.At(facts.Origin + OpenDataFacts.ApiPath)), .. SheetFormat.All.Select(f => ("dcat:distribution", RdfValue.At($"{home}#{f.Code}"))), .. dates,
            ]),
            .. SheetFormat.All.Select(f => new RdfThing($"{home}#{f.Code}", ["dcat:Distribution"],
            [
                ("dct:title", RdfValue.French($"Toutes les fiches, {f.Label}")), ("dct:description", RdfValue.French(f.Hint)), ("dcat:accessURL", RdfValue.At(home)), ("dcat:downloadURL", RdfValue.At(facts.Origin + SheetsFilePageModel.Path + f.Code)),
                ("dct:format", RdfValue.At(Eu + "file-type/" + f.Authority)), ("dcat:mediaType", RdfValue.At(MediaType(f))), ("dct:license", RdfValue.At(OpenDataFacts.LicenceIri)), ("dct:language", RdfValue.At(French)),
                ("dcatap:availability", RdfValue.At(Stable)), .. dates,
            ])),
            .. tables.SelectMany(t => Beside(t, facts, home, publisher, contact)),
            new(api, ["dcat:DataService"],
            [
                ("dct:title", RdfValue.French("API de lecture")), ("dct:description", RdfValue.French("Les fiches et les listes de codes en JSON, avec les filtres du répertoire.")), ("dcat:endpointURL", RdfValue.At(facts.Origin + "/api/v1")),
                ("dcat:endpointDescription", RdfValue.At(facts.Origin + "/api/v1/openapi.json")), ("dcat:servesDataset", RdfValue.At(dataset)), ("dct:license", RdfValue.At(OpenDataFacts.LicenceIri)), ("dct:accessRights", RdfValue.At(Public)), ("dct:publisher", RdfValue.At(publisher)),
            ]),
            new(publisher, ["foaf:Agent", "foaf:Organization"], [("foaf:name", RdfValue.French(facts.Publisher)), ("foaf:homepage", RdfValue.At(facts.Origin + "/"))]),
            new(contact, ["vcard:Kind", "vcard:Organization"], [("vcard:fn", RdfValue.French(facts.Publisher)), ("vcard:hasURL", RdfValue.At(facts.Origin + "/aide"))]),
            new(OpenDataFacts.LicenceIri, ["dct:LicenseDocument"], [("dct:title", RdfValue.French(Sheet.Licence)), ("foaf:page", RdfValue.At(Sheet.LicenceAddress))]),
            new(home, ["foaf:Document", Resource], []), .. new[] { facts.Origin + "/", facts.Origin + OpenDataFacts.ApiPath, Sheet.LicenceAddress }.Select(p => new RdfThing(p, ["foaf:Document"], [])),
            // The shapes ask that what is got by these addresses be said to be a resource.
            .. SheetFormat.All.Select(f => facts.Origin + SheetsFilePageModel.Path + f.Code).Concat(tables.SelectMany(t => SheetFormat.All.Select(f => facts.Origin + t.PathAs(f)))).Concat([facts.Origin + "/api/v1", facts.Origin + "/api/v1/openapi.json"]).Select(a => new RdfThing(a, [Resource], [])),
            new(Themes, ["skos:ConceptScheme"], [("dct:title", RdfValue.French("Thèmes de données"))]),
            new(Society, ["skos:Concept"], [("skos:prefLabel", RdfValue.French("Population et société"))]), new(Health, ["skos:Concept"], [("skos:prefLabel", RdfValue.French("Santé"))]),
            new(Stable, ["skos:Concept"], [("skos:prefLabel", RdfValue.French("stable"))]),
            new(French, ["dct:LinguisticSystem"], []), new(France, ["dct:Location"], []), new(Public, ["dct:RightsStatement"], []), new(Often, ["dct:Frequency"], []),
            .. SheetFormat.All.Select(f => new RdfThing(Eu + "file-type/" + f.Authority, ["dct:MediaTypeOrExtent"], [])), .. SheetFormat.All.Select(f => new RdfThing(MediaType(f), ["dct:MediaType"], [])),
        ];
    }

    /// <summary>A table beside the sheets. What was taken over from elsewhere has no licence for the whole: each line says its own.</summary>
    static IEnumerable<RdfThing> Beside(OpenTable table, OpenDataFacts facts, string home, string publisher, string contact)
    {
        var (own, rights) = ($"{home}#{table.Code}", home + "#licence-de-chaque-ligne");
        string File(SheetFormat format) => $"{own}-{format.Code}";
        yield return new(own, ["dcat:Dataset"],
        [
            ("dct:title", RdfValue.French(table.Title)), ("dct:description", RdfValue.French(table.Hint)), ("dct:identifier", new(own)), ("dct:publisher", RdfValue.At(publisher)), ("dcat:contactPoint", RdfValue.At(contact)),
            .. OpenDataFacts.Keywords.Select(k => ("dcat:keyword", RdfValue.French(k))), ("dcat:theme", RdfValue.At(Society)), ("dcat:theme", RdfValue.At(Health)), .. table.IsOurs ? [("dct:language", RdfValue.At(French))] : Array.Empty<(string, RdfValue)>(),
            ("dct:accessRights", RdfValue.At(Public)), ("dct:accrualPeriodicity", RdfValue.At(Often)), ("dcat:landingPage", RdfValue.At(home)), .. SheetFormat.All.Select(f => ("dcat:distribution", RdfValue.At(File(f)))),
        ]);
        foreach (var format in SheetFormat.All) yield return new(File(format), ["dcat:Distribution"],
        [
            ("dct:title", RdfValue.French($"{table.Title}, {format.Label}")), ("dcat:accessURL", RdfValue.At(home)), ("dcat:downloadURL", RdfValue.At(facts.Origin + table.PathAs(format))), ("dct:format", RdfValue.At(Eu + "file-type/" + format.Authority)), ("dcat:mediaType", RdfValue.At(MediaType(format))),
            table.IsOurs ? ("dct:license", RdfValue.At(OpenDataFacts.LicenceIri)) : ("dct:rights", RdfValue.At(rights)), ("dcatap:availability", RdfValue.At(Stable)),
        ]);
        if (!table.IsOurs) yield return new(rights, ["dct:RightsStatement"], [("dct:description", RdfValue.French("Chaque ligne dit la licence de son cas et son adresse d’origine."))]);
    }

    static string MediaType(SheetFormat format) => "https://www.iana.org/assignments/media-types/" + format.MediaType.Split(';')[0];
}
