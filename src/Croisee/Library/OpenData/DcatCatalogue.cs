namespace Croisee.Library.OpenData;

/// <summary>
/// The entry of a catalogue of open data, after DCAT-AP 3.0.0: what its official shapes ask of a catalogue, a data set, a distribution, a data service and an agent.
/// Every thing that is named has its class here, so that the entry can be checked alone.
/// </summary>
static class DcatCatalogue
{
    const string Eu = "http://publications.europa.eu/resource/authority/", French = Eu + "language/FRA", France = Eu + "country/FRA", Public = Eu + "access-right/PUBLIC", Often = Eu + "frequency/CONT";
    const string Themes = Eu + "data-theme", Society = Themes + "/SOCI", Health = Themes + "/HEAL", Stable = Eu + "planned-availability/STABLE";

    public static IReadOnlyList<RdfThing> Of(OpenDataFacts facts)
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
                ("dcat:dataset", RdfValue.At(dataset)), ("dcat:service", RdfValue.At(api)), ("dct:language", RdfValue.At(French)), ("dct:license", RdfValue.At(OpenDataFacts.LicenceIri)), ("foaf:homepage", RdfValue.At(home)),
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
            new(api, ["dcat:DataService"],
            [
                ("dct:title", RdfValue.French("API de lecture")), ("dct:description", RdfValue.French("Les fiches et les listes de codes en JSON, avec les filtres du répertoire.")), ("dcat:endpointURL", RdfValue.At(facts.Origin + "/api/v1")),
                ("dcat:endpointDescription", RdfValue.At(facts.Origin + "/api/v1/openapi.json")), ("dcat:servesDataset", RdfValue.At(dataset)), ("dct:license", RdfValue.At(OpenDataFacts.LicenceIri)), ("dct:accessRights", RdfValue.At(Public)), ("dct:publisher", RdfValue.At(publisher)),
            ]),
            new(publisher, ["foaf:Agent", "foaf:Organization"], [("foaf:name", RdfValue.French(facts.Publisher)), ("foaf:homepage", RdfValue.At(facts.Origin + "/"))]),
            new(contact, ["vcard:Kind", "vcard:Organization"], [("vcard:fn", RdfValue.French(facts.Publisher)), ("vcard:hasURL", RdfValue.At(facts.Origin + "/aide"))]),
            new(OpenDataFacts.LicenceIri, ["dct:LicenseDocument"], [("dct:title", RdfValue.French(Sheet.Licence)), ("foaf:page", RdfValue.At(Sheet.LicenceAddress))]),
            .. new[] { home, facts.Origin + "/", facts.Origin + OpenDataFacts.ApiPath, Sheet.LicenceAddress }.Select(p => new RdfThing(p, ["foaf:Document"], [])),
            new(Themes, ["skos:ConceptScheme"], [("dct:title", RdfValue.French("Thèmes de données"))]),
            new(Society, ["skos:Concept"], [("skos:prefLabel", RdfValue.French("Population et société"))]), new(Health, ["skos:Concept"], [("skos:prefLabel", RdfValue.French("Santé"))]),
            new(Stable, ["skos:Concept"], [("skos:prefLabel", RdfValue.French("stable"))]),
            new(French, ["dct:LinguisticSystem"], []), new(France, ["dct:Location"], []), new(Public, ["dct:RightsStatement"], []), new(Often, ["dct:Frequency"], []),
            .. SheetFormat.All.Select(f => new RdfThing(Eu + "file-type/" + f.Authority, ["dct:MediaTypeOrExtent"], [])), .. SheetFormat.All.Select(f => new RdfThing(MediaType(f), ["dct:MediaType"], [])),
        ];
    }

    static string MediaType(SheetFormat format) => "https://www.iana.org/assignments/media-types/" + format.MediaType.Split(';')[0];
}
