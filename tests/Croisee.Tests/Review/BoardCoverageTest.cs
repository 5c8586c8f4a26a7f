using Croisee.Data;
using Croisee.Experiences;
using Croisee.Framework;
using Croisee.Journal;
using Croisee.Review;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Croisee.Tests.Review;

/// <summary>What a call still lacks, on the board of its group: kinds of handicap count, and what the readers fixed counts before what the authors say.</summary>
public sealed class BoardCoverageTest(Place place) : IClassFixture<Place>
{
    static int Count(Page board, string row) => board.Document.QuerySelectorAll("section[aria-labelledby=couverture] tbody tr").Single(r => Page.Text(r.QuerySelector("th")) == row)
        .QuerySelectorAll("td").Sum(c => int.Parse(new string([.. Page.Text(c).Where(char.IsAsciiDigit)]), System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public async Task Counts_a_kind_of_handicap_and_what_the_readers_fixed()
    {
        var organisation = await place.Given.AnOrganisation();
        var call = await place.Given.AnOpenCall(organisation, "Un appel à couvrir");
        var group = await place.Given.AGroupOf(organisation, 1, 1);
        await place.Given.ItReadsFor(group, call);
        await place.Given.ASubmittedExperience(call, "Le jardin d’un hôpital de jour", a => (a.Participants.Publics, a.Course.Registers) = (["PUB_HANDICAP_PSYCHIQUE", "PUB_HANDICAP_MOTEUR"], ["REG6_EDUCATIVE"]));
        var (read, pair) = await place.Given.AnExperienceReadBy(group, call, 0, 1, "Le goûter relu");
        foreach (var seat in new[] { 0, 1 }) await place.Given.TheyRead(pair, group.Seat(seat).Id, Given.ACoding());
        using var member = await place.Given.SignedIn(group.Members[0]);
        var path = $"/groupes/{group.Group.Reference}/tableau";
        string[] publics = ["Personnes en situation de handicap", "Personnes âgées"];

        var before = await member.Open(path);
        Assert.Equal((1, 1), (Count(before, publics[0]), Count(before, publics[1])));
        Assert.Equal((1, 0), (Count(before, "Action éducative"), Count(before, "Pouvoir d’initiative")));

        await place.Db(async db =>
        {
            var whole = await db.Pairs.SingleAsync(p => p.Id == pair.Id);
            var coding = Given.ACoding() with { Landmarks = new() { Registers = CodeSet.Of(Vocabularies.Register, ["REG4_INITIATIVE"]), Publics = CodeSet.Of(Vocabularies.Public, ["PUB_HANDICAP_TND"]) } };
            var settlement = new Settlement(whole, whole.ServiceUserSeatId, coding, "Lu à deux.", place.Clock.UtcNow());
            settlement.Accept(whole, whole.ProfessionalSeatId, place.Clock.UtcNow());
            db.Settlements.Add(settlement);
            db.Passages.Add((await db.Experiences.SingleAsync(e => e.Id == read.Id)).Pass(ExperienceState.Analysed, Passage.Group, null, null, place.Clock.UtcNow()));
            db.Record(place.Clock.UtcNow(), Actor.System, "donnee.de.test", settlement);
            return await db.SaveChangesAsync();
        });
        var after = await member.Open(path);
        Assert.Equal((2, 0), (Count(after, publics[0]), Count(after, publics[1])));
        Assert.Equal((1, 1), (Count(after, "Action éducative"), Count(after, "Pouvoir d’initiative")));
        Assert.Contains("ceux du codage fixé par les lectures", after.TextContent);
    }
}
