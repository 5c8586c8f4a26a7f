using Croisee.Experiences;
using Croisee.People;
using Croisee.Review.Evidence;
using Xunit;

namespace Croisee.Tests.Review;

/// <summary>One figure for a group: the mean and the median of its fields, over one call or over all that it reads; and each code has its kappa.</summary>
public sealed class GroupAgreementTest(Place place) : IClassFixture<Place>
{
    static FieldAgreement Field(double? alpha, int same, int compared = 12, bool ordered = false) => new(CodedField.All[0], compared, same, alpha, alpha - 0.1, ordered ? alpha - 0.2 : null, ordered ? alpha - 0.3 : null, []);

    [Fact]
    public void Counts_each_field_once_and_leaves_out_what_has_no_coefficient()
    {
        var whole = GroupAgreement.Of([Field(0.2, 6), Field(0.9, 11), Field(0.4, 7, ordered: true), Field(null, 12), Field(1, 3, compared: 9)])!;
        Assert.Equal((3, 0.5, 0.4, 36, 48), (whole.Alpha.Fields, Math.Round(whole.Alpha.Mean, 9), whole.Alpha.Median, whole.Same, whole.Compared));
        // One choice: all three; ordered: the one alone.
        Assert.Equal((3, 0.4, 0.3), (whole.Kappa!.Fields, Math.Round(whole.Kappa.Mean, 9), Math.Round(whole.Kappa.Median, 9)));
        Assert.Equal((1, 0.2, 0.1), (whole.Linear!.Fields, Math.Round(whole.Linear.Mean, 9), Math.Round(whole.Quadratic!.Mean, 9)));
        Assert.Equal(0.55, GroupAgreement.Of([Field(0.2, 6), Field(0.9, 11)])!.Alpha.Median, 9);
        Assert.Null(GroupAgreement.Of([Field(null, 12), Field(1, 3, compared: 9)]));
    }

    [Fact]
    public async Task Is_said_for_a_call_and_for_all_calls_of_the_group_with_the_kappa_of_each_code()
    {
        var organisation = await place.Given.AnOrganisation();
        var group = await place.Given.AGroupOf(organisation, 2, 2);
        foreach (var (title, read) in new[] { ("Un premier appel lu", 11), ("Un second appel lu", 11) })
        {
            var call = await place.Given.AnOpenCall(organisation, title);
            await place.Given.ItReadsFor(group, call);
            place.Clock.Advance(TimeSpan.FromMinutes(1));
            for (var i = 0; i < read; i++) await IsRead(group, call, i, $"{title} {i}");
        }
        using var organiser = await place.Given.APerson("Une organisatrice du groupe", Role.Organiser, organisation);
        var path = $"/groupes/{group.Group.Reference}/accords";
        var one = await organiser.Open(path);
        Assert.Contains("11 expériences ont leurs deux lectures.", one.TextContent);
        Assert.Contains("Tout le groupe", one.TextContent);
        Assert.Matches(@"alpha -?\d,\d\d en moyenne, -?\d,\d\d en médiane, sur \d+ repères", one.TextContent.Replace('\u00a0', ' '));
        Assert.Matches(@"Kappa : -?\d,\d\d en moyenne, -?\d,\d\d en médiane, sur (un repère|\d+ repères) à choix unique", one.TextContent.Replace('\u00a0', ' '));
        Assert.Matches(@"Kappa pondéré, en moyenne : -?\d,\d\d \(linéaire\), -?\d,\d\d \(carré\)", one.TextContent.Replace('\u00a0', ' '));
        Assert.Equal("Kappa", Page.Text(one.Document.QuerySelectorAll("details table").First().QuerySelectorAll("thead th").Last()));
        var all = await one.Follow("Tous les appels du groupe ensemble");
        Assert.Contains("22 expériences ont leurs deux lectures.", all.TextContent);
        Assert.Contains("Tous les appels que ce groupe lit", all.TextContent);
        var lines = (await organiser.Open(path + "/fichier?tous=oui")).Source.Split('\n');
        var mean = lines.Single(l => l.StartsWith("Tout le groupe (moyenne de ", StringComparison.Ordinal)).Split(';');
        Assert.All(mean[6..10], cell => Assert.Matches(@"^-?\d(,\d+)?$", cell));
        Assert.Contains(lines, l => l.StartsWith("Tout le groupe (médiane de ", StringComparison.Ordinal));
        // One side chose it in half of the readings, the other in none: no better than chance.
        var code = lines.Single(l => l.Contains(";REG5_PAIR_AIDANCE;", StringComparison.Ordinal)).Split(';');
        Assert.Equal(("22", "0"), (code[4], code[7]));
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await organiser.Open(path + "?tous=peut-etre")).Status);
    }

    async Task IsRead(GivenGroup group, Call call, int i, string title)
    {
        var (_, pair) = await place.Given.AnExperienceReadBy(group, call, i % 2, 2 + i % 2, title);
        await place.Given.TheyRead(pair, pair.ServiceUserSeatId, Given.ACoding(i % 3 == 0 ? "D2_CONSULTATION" : "D3_CONCERTATION", "COLLAB", i % 2 == 0 ? ["REG4_INITIATIVE", "REG5_PAIR_AIDANCE"] : ["REG4_INITIATIVE"]));
        await place.Given.TheyRead(pair, pair.ProfessionalSeatId, Given.ACoding(i % 4 == 0 ? "D2_CONSULTATION" : "D3_CONCERTATION", "COLLAB", i % 3 == 0 ? "REG4_INITIATIVE" : "REG6_EDUCATIVE"));
    }
}
