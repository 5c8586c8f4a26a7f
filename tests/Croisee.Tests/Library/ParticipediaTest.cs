using System.Net;
using System.Text;
using Croisee.Experiences.Exchange;
using Croisee.Framework;
using Croisee.Library;
using Croisee.Library.Participedia;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Croisee.Tests.Library;

/// <summary>Crosswalks as data with reasons, and cases from Participedia in a collection of their own. All cases here are invented.</summary>
public sealed class ParticipediaTest(Place place) : IClassFixture<Place>
{
    static readonly string[] Languages = ["en", "fr", "es", "de", "pt"];
    static readonly string[] Odd = ["=1+1", "simple", "deux\nlignes", "avec, virgule ; et \"guillemets\"", "  bords  ", "日本語", "- tiret", "'apostrophe"];

    /// <summary>A sparse table in the shape of theirs: numbered columns, texts by language, columns we do not know.</summary>
    static string ATable(int seed, int cases)
    {
        var random = new Random(seed);
        var columns = new List<string> { "id", "original_language", "type", "creator", "quelque_chose" };
        foreach (var field in Crosswalks.Participedia.Where(f => f.Name != "creator"))
            columns.AddRange(field.Translated ? [field.Name, .. Languages.Select(l => $"{field.Name}_{l}")] : field.Many ? Enumerable.Range(1, 5).Select(i => $"{field.Name}_{i}") : [field.Name]);
        var text = new StringBuilder(string.Join(',', columns) + "\r\n");
        for (var i = 0; i < cases; i++)
            text.AppendJoin(',', columns.Select(c => "\"" + Cell(c, i).Replace("\"", "\"\"") + "\"")).Append("\r\n");
        return text.ToString();

        string Cell(string column, int i) => column switch
        {
            "id" => (1000 + i).ToString(System.Globalization.CultureInfo.InvariantCulture), "original_language" => Languages[i % 2], "title" => $"Un cas inventé n° {i}", "creator" => "MarqueCreateur", "public_spectrum" => "involve",
            _ => random.Next(100) < 30 ? Odd[random.Next(Odd.Length)] + random.Next(9) : "",
        };
    }

    async Task<(int Code, string Said, string Complaints)> Import(string table, string? licence = "CC BY-SA 3.0")
    {
        var path = Path.GetTempFileName();
        await File.WriteAllTextAsync(path, table);
        using var say = new StringWriter();
        using var complain = new StringWriter();
        var code = await place.With(s => ParticipediaVerb.Import(s, path, licence, say, complain));
        File.Delete(path);
        return (code, say.ToString(), complain.ToString());
    }

    async Task<string> Export()
    {
        var path = Path.GetTempFileName();
        await place.With(s => ParticipediaVerb.Export(s, path, TextWriter.Null));
        var text = await File.ReadAllTextAsync(path);
        File.Delete(path);
        return text;
    }

    Task<int> Emptied() => place.Db(db => db.Write(d => d.ImportedCases.ExecuteDelete()));

    Task<List<ImportedCase>> Cases() => place.Db(db => db.ImportedCases.AsNoTracking().OrderBy(c => c.Number).ToListAsync());

    [Theory, InlineData(1), InlineData(20), InlineData(300)]
    public async Task Loses_no_kept_field_from_import_to_export_and_back(int seed)
    {
        await Emptied();
        Assert.Equal(0, (await Import(ATable(seed, 40))).Code);
        var before = await Cases();
        var table = await Export();
        await Emptied();
        var (code, _, complaints) = await Import(table, licence: null);
        Assert.True(code == 0, complaints);
        Assert.Equal(before.Select(c => (c.Number, c.Language, c.Title, c.Licence, c.Content)), (await Cases()).Select(c => (c.Number, c.Language, c.Title, c.Licence, c.Content)));
        // The table is not empty talk: every kept field is somewhere in it, in several values and languages.
        var kept = before.Select(c => c.Read()).ToList();
        Assert.All(Crosswalks.Participedia.Where(f => f.Kept), f => Assert.Contains(kept, c => c.Values.ContainsKey(f.Name) || c.Texts.ContainsKey(f.Name)));
        Assert.Contains(kept, c => c.Values.Values.Any(v => v.Count > 2));
        Assert.Contains(kept, c => c.Texts["title"].Count > 2);
    }

    [Fact]
    public async Task Says_what_becomes_of_each_column_and_takes_nobodys_name()
    {
        var table = ATable(7, 5);
        var (_, said, _) = await Import(table);
        foreach (var column in table.Split("\r\n")[0].Split(',')) Assert.Contains(said.Split('\n'), l => l.StartsWith(column + " → ", StringComparison.Ordinal));
        Assert.Contains("public_spectrum → degre (partielle) : ", said);
        Assert.Contains("creator → non repris : Le nom d’une personne", said);
        Assert.Contains("quelque_chose → non repris : ce champ n’est pas dans la table", said);
        Assert.All(await Cases(), c => Assert.DoesNotContain("MarqueCreateur", c.Content));
    }

    [Theory]
    [InlineData("titre\n1", "colonne id : Cette colonne manque"), InlineData("id,title\n1,Un\nx,Deux", "ligne 3, colonne id"), InlineData("id,title,city\n1,Un,Lyon\n2,Deux", "ligne 3, Cette ligne a 2 cases pour 3 colonnes"), InlineData("id,title\n1,Un \"mot\" perdu\n2,Deux", "ligne 2, Les guillemets"), InlineData("id,title\n1,Un\n1,Deux", "ligne 3, colonne id : Le cas 1 est deux fois"), InlineData("id,title\n5,", "ligne 2, colonne title"), InlineData("id,title\n5,a,b,c", "ligne 2, Cette ligne a 4 cases"), InlineData("id,title,original_language\n5,a,anglais", "colonne original_language"), InlineData("", "aucun cas")]
    public async Task Refuses_a_file_by_line_and_column_and_keeps_nothing_of_it(string table, string fault)
    {
        await Emptied();
        var (code, _, complaints) = await Import(table);
        Assert.Equal(1, code);
        Assert.Contains(fault, complaints);
        Assert.Empty(await Cases());
    }

    /// <summary>Their own table: keys of a list joined in one cell, an organiser in three columns, and behind it what a spreadsheet adds.</summary>
    [Fact]
    public void Reads_the_table_that_their_site_gives()
    {
        const string Table = "ID;type;title;general_issues;specific_topics;primary_organizer_id;primary_organizer_title;primary_organizer_url;;\n7;case;Un cas;health, human_rights;Roads, bridges and so on;198;Une mairie;https://exemple.fr/198;;\n;;;;;;;;;\n";
        var reading = CaseFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(Table)));
        Assert.Empty(reading.Errors);
        var content = Assert.Single(reading.Cases).Content;
        Assert.Equal(["health", "human_rights"], content.Values["general_issues"]);
        Assert.Equal(["Roads, bridges and so on"], content.Values["specific_topics"]);
        Assert.Equal(["Une mairie"], content.Values["primary_organizer"]);
        Assert.Contains(reading.Columns, c => c.Told.StartsWith("primary_organizer_title → ", StringComparison.Ordinal) && c.IsKept);
        Assert.Contains("Ce n’est pas un cas", Assert.Single(CaseFile.Read(new MemoryStream("id,type,title\n7,method,Une méthode\n"u8.ToArray())).Errors).Sentence);
    }

    [Fact]
    public async Task Asks_for_the_licence_of_the_file() => Assert.Contains("Sous quelle licence", (await Import("id,title\n9,Un", licence: null)).Complaints);

    /// <summary>Never mixed with what people here signed, nor counted (invented cases in every way out that counts or lists sheets).</summary>
    [Fact]
    public async Task Stays_apart_with_its_source_and_licence()
    {
        await SomeLibrary.In(place);
        await Emptied();
        var counted = await Counted();
        await Import(ATable(3, 45));
        Assert.Equal(counted, await Counted());
        foreach (var way in new[] { "/repertoire?q=invent%C3%A9", "/repertoire/fichier/csv", "/repertoire/flux/atom", "/api/v1/fiches?combien=100", "/" }) Assert.DoesNotContain("Un cas inventé", (await place.Browser().Open(way)).Source);
        var page = await place.Browser().Open("/repertoire/participedia?page=2");
        Assert.Contains("45 cas importés", page.TextContent);
        var first = page.Document.QuerySelector("li.result")!;
        Assert.Contains("Importé de Participedia, CC BY-SA 3.0", Page.Text(first));
        Assert.Contains("Proche de nos mots : Concertation", Page.Text(first));
        Assert.Contains(first.QuerySelector("h2")!.GetAttribute("lang"), Languages);
        Assert.StartsWith("https://participedia.net/case/1", first.QuerySelector("a[rel=external]")!.GetAttribute("href"));
        Assert.Equal(HttpStatusCode.BadRequest, (await place.Browser().Open("/repertoire/participedia?page=1000000")).Status);
        Assert.Equal(HttpStatusCode.OK, (await place.Browser().Open("/repertoire/participedia?page=2&utm_source=lettre&fbclid=a1")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await place.Browser().Open("/repertoire/participedia?page=2&utm_source=lettre&couleur=vert")).Status);
    }

    [Fact]
    public async Task Says_the_language_in_which_a_text_really_is()
    {
        await Emptied();
        Assert.Equal(0, (await Import("id,original_language,title_en,description_fr\n7,fr,A case told in English,Un récit en français")).Code);
        var only = (await place.Browser().Open("/repertoire/participedia")).Document.QuerySelector("li.result")!;
        Assert.Equal(("en", "fr"), (only.QuerySelector("h2")!.GetAttribute("lang"), only.QuerySelector("p[lang]")!.GetAttribute("lang")));
    }

    const string Three = "id,original_language,title_en,title_fr,description_en,body_en,general_issues_1,public_spectrum,city,start_date,facilitators,links_1\n"
        + "71,en,A jury about water,Un jury sur l’eau,\"Neighbours met at Orléans-la-Source.\",\"<p>First <b>day</b> &amp; night.</p><p>2 < 3</p>\",environment,involve,Orléans,2011-05-02,yes,https://exemple.fr/eau\n"
        + "72,en,A budget for schools,,Parents chose.,,education,empower,Lyon,2012-01-01,,javascript:alert(1)\n"
        + "73,en,A forum about rivers,,Anglers met.,,environment,collaborate,Lyon,2012-03-01,,\n";

    /// <summary>By words in any language and without accents, and by each field beside ours; a choice counts with the others held (the counts redone by hand from three cases).</summary>
    [Fact]
    public async Task Finds_a_case_by_its_words_and_by_each_mapped_field()
    {
        await Emptied();
        Assert.Equal(0, (await Import(Three)).Code);
        async Task<string[]> Found(string query) => [.. (await place.Browser().Open("/repertoire/participedia" + query)).Document.QuerySelectorAll("li.result h2 a").Select(a => a.GetAttribute("href")![^2..]).Order(StringComparer.Ordinal)];
        foreach (var (query, found) in new[] { ("?page=1", "71 72 73"), ("?q=orleans", "71"), ("?q=L%E2%80%99EAU", "71"), ("?q=night", "71"), ("?q=neigh%20jury", "71"), ("?q=jury%20schools", ""), ("?general_issues=environment", "71 73"), ("?general_issues=environment&city=Lyon", "73"), ("?start_date=2012&q=met", "73"), ("?public_spectrum=empower", "72"), ("?general_issues=rien", "") })
            Assert.Equal((query, found), (query, string.Join(' ', await Found(query))));
        var narrowed = await place.Browser().Open("/repertoire/participedia?general_issues=environment");
        Assert.Contains("2 cas importés sur 3", narrowed.TextContent);
        IEnumerable<string> Options(string field) => narrowed.Document.QuerySelectorAll($"select[name={field}] option").Skip(1).Select(o => Page.Text(o).Replace('\u00a0', ' '));
        Assert.Equal(["education : 1", "environment : 2"], Options("general_issues"));
        Assert.Equal(["Lyon : 1", "Orléans : 1"], Options("city"));
        Assert.Contains(Options("public_spectrum"), o => o.StartsWith("involve (Concertation", StringComparison.Ordinal));
        Assert.Equal("environment", narrowed.Document.QuerySelector("select[name=general_issues] option[selected]")!.GetAttribute("value"));
        // Each field beside ours that a case of this table fills is offered; one without a twin is not.
        Assert.Empty(narrowed.Document.QuerySelectorAll("select[name=facilitators], select[name=links]"));
        Assert.Contains("Aucun cas ne correspond", (await place.Browser().Open("/repertoire/participedia?q=nimporte")).TextContent);
    }

    [Fact]
    public async Task Shows_a_case_whole_with_the_reason_of_each_field_and_where_it_comes_from()
    {
        await Emptied();
        await Import(Three);
        var page = await (await place.Browser().Open("/repertoire/participedia?q=eau")).Follow("A jury about water");
        Assert.Equal(("/repertoire/participedia/71", "Un jury sur l’eau"), (page.Path, page.Heading));
        Assert.Contains("Importé de Participedia, CC BY-SA 3.0", page.TextContent);
        Assert.Equal("https://participedia.net/case/71", page.Document.QuerySelector("a[rel=external]")!.GetAttribute("href"));
        // Their text without the tags of their page, in the language it is in.
        Assert.Equal(["Neighbours met at Orléans-la-Source.", "First day & night.", "2 < 3"], page.Document.QuerySelectorAll("section div[lang=en] p").Select(p => p.TextContent));
        var rows = page.Document.QuerySelectorAll("tbody tr").ToDictionary(r => Page.Text(r.QuerySelector("code")), r => Page.Text(r));
        Assert.Equal(["city", "facilitators", "general_issues", "links", "public_spectrum", "start_date"], rows.Keys.Order(StringComparer.Ordinal));
        Assert.All(rows, r => Assert.Contains(Crosswalks.ByField[r.Key].Reason.Replace('\u00a0', ' '), r.Value.Replace('\u00a0', ' ')));
        Assert.Contains("Concertation", rows["public_spectrum"]);
        Assert.Contains("aucun, gardé avec le cas", rows["facilitators"]);
        Assert.Equal("https://exemple.fr/eau", page.Document.QuerySelector("tbody a")!.GetAttribute("href"));
        // What is no address of a page stays words.
        Assert.Empty((await place.Browser().Open("/repertoire/participedia/72")).Document.QuerySelectorAll("tbody a"));
        Assert.Contains("A jury about water", Page.Text(page.Document.QuerySelector("main details")));
        foreach (var none in new[] { "74", "071", "%20", new string('7', 5000) }) Assert.Equal(HttpStatusCode.NotFound, (await place.Browser().Open("/repertoire/participedia/" + none)).Status);
    }

    async Task<(int, string, string)> Counted() => (await place.Db(db => db.Sheets.CountAsync()), Page.Text((await place.Browser().Open("/repertoire")).Document.QuerySelector("[role=status] b")), Page.Text((await place.Browser().Open("/repertoire/carte")).Document.QuerySelector("main")));
}

/// <summary>Each crosswalk is whole: our codes exist, every one of them has its line, each line its reason.</summary>
[Trait("kind", "pure")]
public sealed class CrosswalksTest
{
    [Fact]
    public void Names_only_codes_that_exist_with_a_reason_each()
    {
        foreach (var line in Crosswalks.Scales.SelectMany(s => s.Lines))
        {
            Assert.True(Vocabularies.Has(line.Ours), line.Ours);
            Assert.True(line.Reason.Length > 15 && line.Relation is "proche" or "partielle" or "absente");
            Assert.Equal(line.Relation == "absente", line.Theirs is null);
        }
        Assert.All(Vocabularies.Degree.Terms, t => Assert.NotEmpty(Crosswalks.From("iap2", t.Code)));
        foreach (var scale in new[] { "montreal", "carman" })
            Assert.All(Vocabularies.Level.Terms.Concat(Vocabularies.Scale.Terms), t => Assert.NotEmpty(Crosswalks.From(scale, t.Code)));
    }

    /// <summary>The same as the table on the page of degrees (domain 2.2).</summary>
    [Fact]
    public void Agrees_with_the_ladder_of_degrees() =>
        Assert.All(Crosswalk.Rows, r => Assert.Equal(r.Iap2.Select(i => i.English), Crosswalks.From("iap2", r.Degree.Code).Select(l => l.English!)));

    [Fact]
    public void Maps_fields_to_fields_of_our_dictionary()
    {
        foreach (var field in Crosswalks.Participedia)
        {
            if (field.Ours is not null) Assert.True(ExperienceFields.ByCode.ContainsKey(field.Ours), field.Ours);
            Assert.True(field.Reason.Length > 5, field.Name);
            Assert.All(field.Values.Values.SelectMany(v => v), c => Assert.True(Vocabularies.Has(c)));
        }
        Assert.Equal(Crosswalks.Participedia.Count, Crosswalks.Participedia.Select(f => f.Name).Distinct().Count());
    }
}
