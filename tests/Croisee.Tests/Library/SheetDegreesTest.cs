using Croisee.Framework;
using Xunit;

namespace Croisee.Tests.Library;

/// <summary>What the authors tell of how far participation went is all on the sheet: three values, the gap between the sides, single stages (FRM-R1 to R3), and who carried it.</summary>
public sealed class SheetDegreesTest(Place place) : IClassFixture<Place>
{
    [Fact]
    public async Task Shows_the_three_values_the_gap_the_stages_and_that_no_degree_is_a_fault()
    {
        var given = await place.Given.APublishedSheet(await place.Given.AnOpenCall(), "Promis, vécu", a =>
        {
            (a.Participation.Promised, a.Participation.LivedByPersons, a.Participation.LivedByProfessionals) = ("D4_CODECISION", "D2_CONSULTATION", "D4_CODECISION");
            a.Participation.ByStage = new() { ["ETP_CONCEPTION"] = "D3_CONCERTATION", ["ETP_IDEE"] = "D1_COMMUNICATION" };
            a.Means.Recognition = ["RCO_VACATION"];
            (a.Setting.Contexts, a.Setting.OtherContext, a.Participants.OtherRecruitment) = (["CTX_AUTRE"], "Une péniche", "Par la radio locale");
        });
        using var anyone = place.Browser();
        var page = await anyone.Open($"/experiences/{given.Reference}");
        var degree = Page.Text(page.Document.QuerySelector("[aria-labelledby=degre]"));
        foreach (var part in new[] { "Le degré annoncé était « codécision, co-construction »", "les personnes concernées ont vécu « consultation »", "Les professionnels ont vécu le degré annoncé", "2 degrés de moins", "cet écart mérite d’être discuté ensemble", "Conception : concertation", "Idée : communication" }) Assert.Contains(part, degree.Replace('\u00a0', ' '));
        Assert.Null(page.Document.QuerySelector("[aria-labelledby=degre] dl")); // The sentences said them.
        Assert.Contains("Un degré plus bas n’est pas une faute", degree.Replace('\u00a0', ' '));
        Assert.Contains("Structure professionnelle", Page.Text(page.Document.QuerySelector("[aria-labelledby=bref]")));
        foreach (var other in new[] { "Une péniche", "Par la radio locale" }) Assert.Contains(other, page.TextContent);
        Assert.Contains("Ce revenu peut modifier vos droits", page.TextContent);
        var easy = (await anyone.Open($"/experiences/{given.Reference}/facile")).TextContent;
        foreach (var line in DegreeLines) Assert.Contains(line, easy);
    }

    static readonly string[] DegreeLines = ["Il faut en parler ensemble.", .. Degree.NoFaultEasy];

    [Fact]
    public async Task Says_which_side_did_not_speak_and_nothing_where_no_side_did()
    {
        var call = await place.Given.AnOpenCall();
        var (half, none) = (await place.Given.APublishedSheet(call, "À moitié", a => a.Participation.LivedByPersons = "D2_CONSULTATION"), await place.Given.APublishedSheet(call, "Sans"));
        using var anyone = place.Browser();
        var said = Page.Text((await anyone.Open($"/experiences/{half.Reference}")).Document.QuerySelector("[aria-labelledby=degre] dl"));
        Assert.Contains("Vécu par les professionnelsNon précisé", said);
        Assert.Null((await anyone.Open($"/experiences/{none.Reference}")).Document.QuerySelector("[aria-labelledby=degre] dl"));
    }
}
