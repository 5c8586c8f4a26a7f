using System.Net;
using Croisee.Framework;
using Croisee.Library;
using Croisee.Review;
using Xunit;

namespace Croisee.Tests.Library;

/// <summary>The five levels of the second categorisation narrow the library and are crossed like any landmark (domain 2.4).</summary>
public sealed class LevelOfEngagementTest(Place place) : IClassFixture<Place>
{
    static string ModalityOf(string level) => Vocabularies.Modality.Terms.First(m => Grid.CellOf(m.Code).Level == level).Code;

    [Fact]
    public void Comes_from_the_ways_that_are_told_or_from_what_the_readers_fixed()
    {
        var content = new SheetContent { Account = Given.AnAccountOf("Un titre") };
        content.Account.Course.Modalities = [ModalityOf("INFO"), ModalityOf("PARTEN")];
        IEnumerable<string> Levels() => SheetFacets.CodesOf(content).Where(c => c.Field == "engagement").Select(c => c.Code).Order(StringComparer.Ordinal);
        Assert.Equal(["INFO", "PARTEN"], Levels());
        content.FixedByReaders = StoredCoding.Of(new Coding { Level = "LEAD" });
        Assert.Equal(["LEAD"], Levels());
        content.FixedByReaders = null;
        content.Account.Course.Modalities = [];
        Assert.Empty(Levels());
    }

    [Fact]
    public async Task Is_a_filter_an_axis_and_a_link_of_the_sheet()
    {
        var call = await place.Given.AnOpenCall();
        var told = await place.Given.APublishedSheet(call, "Nous menons nous-mêmes", a => a.Course.Modalities = [ModalityOf("LEAD")]);
        await place.Given.APublishedSheet(call, "On nous informe", a => a.Course.Modalities = [ModalityOf("INFO")]);
        await place.Given.APublishedSheet(call, "Sans le dire", a => a.Course.Modalities = []);
        var list = await place.Browser().Open("/repertoire?engagement=LEAD");
        Assert.Contains("Nous menons nous-mêmes", list.TextContent);
        Assert.DoesNotContain("On nous informe", list.TextContent);
        Assert.Contains("Niveau d’engagement", list.Document.QuerySelectorAll(".facet summary").Select(s => Page.Text(s).Trim()));
        Assert.Contains("Sans le dire", (await place.Browser().Open("/repertoire?engagement=non-precise")).TextContent);
        Assert.Equal(HttpStatusCode.BadRequest, (await place.Browser().Open("/repertoire?engagement=D2_CONSULTATION")).Status);
        var rows = (await place.Browser().Open("/repertoire/carte/fichier?lignes=engagement&colonnes=contexte")).Source.Split("\r\n").Select(l => l.Split(';')).ToList();
        Assert.Equal(Vocabularies.Level.Terms.Select(t => t.Code), rows.Where(r => r[0].EndsWith("engagement", StringComparison.Ordinal) && r[1].Length > 0).Select(r => r[1]).Distinct());
        Assert.Contains(rows, r => r.Length > 6 && r[1] == "LEAD" && r[6] == "1");
        Assert.NotNull((await place.Browser().Open($"/experiences/{told.Reference}")).Document.QuerySelector("a.tag[href='/repertoire?engagement=LEAD']"));
        Assert.Contains("Nous menons nous-mêmes", (await place.Browser().Open("/api/v1/fiches?engagement=LEAD")).Source);
    }
}
