using System.Net;
using Croisee.Data;
using Croisee.Library.Participedia;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Croisee.Tests.Library;

/// <summary>Cases that were taken over can be given back, one by one or all; and the page of the collection says what it does not understand of its address.</summary>
public sealed class CasesGivenBackTest(Place place) : IClassFixture<Place>
{
    async Task<(int Code, string Said, string Complaints)> Remove(params string[]? numbers)
    {
        using var say = new StringWriter();
        using var complain = new StringWriter();
        return (await place.With(s => ParticipediaVerb.Remove(s, numbers, say, complain)), say.ToString(), complain.ToString());
    }

    Task<List<string>> Numbers() => place.Db(db => db.ImportedCases.OrderBy(c => c.Number).Select(c => c.Number).ToListAsync());

    async Task ThereAre(params string[] numbers)
    {
        await place.Db(db => db.Write(d => d.ImportedCases.ExecuteDelete()));
        await place.Given.Added([.. numbers.Select(n => new ImportedCase(n, "fr", "CC BY 4.0", new CaseContent { Texts = { ["title"] = new() { ["fr"] = "Un cas inventé n° " + n } } }, place.Clock.UtcNow()))]);
    }

    [Fact]
    public async Task Leaves_by_number_or_all_and_nothing_when_one_is_not_there()
    {
        await ThereAre("11", "12", "13");
        Assert.Contains("Un cas inventé n° 12", (await place.Browser().Open("/repertoire/participedia")).TextContent);
        var (code, _, complaints) = await Remove("12", "99");
        Assert.Equal(1, code);
        Assert.Contains("99", complaints);
        Assert.Equal(["11", "12", "13"], await Numbers());
        Assert.Equal((0, "1 cas retiré."), await Said("12"));
        Assert.Equal(["11", "13"], await Numbers());
        Assert.DoesNotContain("Un cas inventé n° 12", (await place.Browser().Open("/repertoire/participedia?page=1")).TextContent);
        var all = await Remove(null);
        Assert.Equal((0, "2 cas retirés."), (all.Code, all.Said.Trim()));
        Assert.Empty(await Numbers());
    }

    async Task<(int, string)> Said(string number) { var done = await Remove(number); return (done.Code, done.Said.Trim()); }

    [Theory, InlineData("remove"), InlineData("remove 1 --all"), InlineData("remove --licence X 1"), InlineData("import"), InlineData("export a b"), InlineData("export a --all")]
    public async Task Is_not_understood_half_said(string line)
    {
        using var complain = new StringWriter();
        Assert.Equal(2, await ParticipediaVerb.Run(place.App.Services, line.Split(' '), TextWriter.Null, complain));
        Assert.Contains("remove NUMÉRO…", complain.ToString());
    }

    [Fact]
    public async Task Tells_what_it_does_not_understand_of_an_address()
    {
        await ThereAre("21");
        foreach (var (query, said) in new[] { ("province=" + new string('x', 201), "Ce choix n’existe pas"), ("q=" + new string('x', 201), "Votre recherche est trop longue"), ("country=France", "un mot de l’adresse n’est le nom d’aucun champ") })
        {
            var page = await place.Browser().Open("/repertoire/participedia?" + query);
            Assert.Equal(HttpStatusCode.BadRequest, page.Status);
            Assert.Contains(said, page.TextContent);
        }
        Assert.Equal(HttpStatusCode.OK, (await place.Browser().Open("/repertoire/participedia?q=cas&province=Bretagne&page=1")).Status);
    }
}
