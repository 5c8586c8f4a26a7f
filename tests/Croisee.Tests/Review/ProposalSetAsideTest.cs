using Croisee.Data;
using Croisee.Journal;
using Croisee.Review;
using Croisee.Rules;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Croisee.Tests.Review;

/// <summary>A link that is declared while an agreement is sought ends it, and leaves to the other reader the reasons that they wrote (EXP-R8).</summary>
public sealed class ProposalSetAsideTest(Place place) : IClassFixture<Place>
{
    const string Theirs = "Le conseil vote le menu, page 4.", Linked = "Nous faisons ainsi chez nous.", Again = "Le compte rendu le montre aussi.";

    Task<List<Settlement>> Of(GivenExperience given) => place.Db(db => db.Settlements.AsNoTracking().Include(s => s.Proposals).Where(s => s.ExperienceId == given.Id).ToListAsync());

    Task Proposed(Pair pair, params (Guid Seat, string Reason)[] turns) => place.Db(async db =>
    {
        foreach (var (seat, reason) in turns)
        {
            if (await db.Settlements.Include(s => s.Proposals).SingleOrDefaultAsync(s => s.PairId == pair.Id) is { } there) there.Propose(pair, seat, Given.ACoding("D2_CONSULTATION"), reason, place.Clock.UtcNow());
            else db.Settlements.Add(new Settlement(pair, seat, Given.ACoding("D2_CONSULTATION"), reason, place.Clock.UtcNow()));
            db.Record(place.Clock.UtcNow(), Actor.System, "donnee.de.test", pair);
            await db.SaveChangesAsync();
            place.Clock.Advance(TimeSpan.FromMinutes(1));
        }
        return 0;
    });

    async Task<(GivenGroup Group, GivenExperience Given, Pair Pair)> BothRead(string title)
    {
        var organisation = await place.Given.AnOrganisation();
        var call = await place.Given.AnOpenCall(organisation, $"Un appel {Reference.New()}");
        var group = await place.Given.AGroupOf(organisation, 2, 2);
        await place.Given.ItReadsFor(group, call);
        var (given, pair) = await place.Given.AnExperienceReadBy(group, call, 0, 2, title);
        foreach (var member in new[] { 0, 2 }) await place.Given.TheyRead(pair, group.Seat(member).Id, Given.ACoding("D2_CONSULTATION"));
        return (group, given, pair);
    }

    static async Task Declare(Browser reader, GivenExperience given) =>
        await (await reader.Open($"/lectures/{given.Reference}/lien")).Form("Me retirer de cette lecture").Fill("Quel est ce lien", "J’y participe.").Send();

    [Fact]
    public async Task Keeps_what_the_other_reader_proposed_set_aside_and_takes_a_new_agreement()
    {
        var (group, given, pair) = await BothRead("Une action où l’on s’accordait");
        await Proposed(pair, (group.Seat(2).Id, Theirs), (group.Seat(0).Id, Linked));
        using var linked = await place.Given.SignedIn(group.Members[0]);
        await Declare(linked, given);
        var voided = Assert.Single(await Of(given));
        Assert.Equal((true, "", Guid.Empty), (voided.IsVoid, voided.Reason, voided.ProposedBySeatId));
        var left = Assert.Single(voided.Proposals);
        Assert.Equal((group.Seat(2).Id, Theirs, true), (left.SeatId, left.Reason, left.SetAsideAt is not null));

        // Nothing stands: nobody is asked to accept it, and nobody waits for the other.
        using var other = await place.Given.SignedIn(group.Members[2]);
        Assert.Contains("l’autre est attendue", (await other.Open("/lectures")).TextContent, StringComparison.Ordinal);
        var now = await place.Db(db => db.Pairs.AsNoTracking().SingleAsync(p => p.Id == pair.Id));
        await place.Given.TheyRead(now, group.Seat(1).Id, Given.ACoding("D2_CONSULTATION"));
        using var comes = await place.Given.SignedIn(group.Members[1]);
        Assert.Contains("À accorder à deux", (await comes.Open("/lectures")).TextContent, StringComparison.Ordinal);
        var fresh = await comes.Open($"/lectures/{given.Reference}/accord");
        Assert.DoesNotContain("L’autre personne propose", fresh.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(Theirs, fresh.TextContent, StringComparison.Ordinal);
        Assert.NotEqual($"/lectures/{given.Reference}/accord/accepter", (await comes.Open($"/lectures/{given.Reference}/accord/accepter")).Path);

        // Whoever wrote it reads it again, and proposes.
        var page = await other.Open($"/lectures/{given.Reference}/accord");
        foreach (var said in new[] { "Écarté : un lien a été déclaré", Theirs }) Assert.Contains(said, page.TextContent.Replace('\u00a0', ' '), StringComparison.Ordinal);
        await page.Form("Proposer cet accord").Choose("Je n’ai rien à en dire").Fill("La raison de l’accord", Again).Send();
        await (await comes.Open($"/lectures/{given.Reference}/accord/accepter")).Form("J’accepte cet accord").Send();
        var settled = Assert.Single(await Of(given));
        Assert.Equal((true, false, Again, 2), (settled.IsAccepted, settled.IsVoid, settled.Reason, settled.Proposals.Count));

        var history = (await other.Open($"/groupes/{group.Group.Reference}/experiences/{given.Reference}")).TextContent.Replace('\u00a0', ' ');
        foreach (var said in new[] { "Le professionnel a proposé un accord, écarté : un lien a été déclaré", Theirs, Again, "La personne concernée a accepté" }) Assert.Contains(said, history, StringComparison.Ordinal);
        Assert.DoesNotContain(Linked, history, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keeps_nothing_where_only_the_reader_with_the_link_proposed()
    {
        var (group, given, pair) = await BothRead("Une action proposée d’un seul côté");
        await Proposed(pair, (group.Seat(0).Id, Linked));
        using var linked = await place.Given.SignedIn(group.Members[0]);
        await Declare(linked, given);
        Assert.Empty(await Of(given));
    }

    /// <summary>Whoever wrote a proposal takes it along with a link of their own.</summary>
    [Fact]
    public async Task Keeps_nothing_once_both_have_left_with_a_link()
    {
        var (group, given, pair) = await BothRead("Une action deux fois voisine");
        await Proposed(pair, (group.Seat(2).Id, Theirs));
        using var linked = await place.Given.SignedIn(group.Members[0]);
        await Declare(linked, given);
        using var second = await place.Given.SignedIn(group.Members[2]);
        await Declare(second, given);
        Assert.Empty(await Of(given));
    }
}
