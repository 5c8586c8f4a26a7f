using Croisee.Review;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Croisee.Tests.Review;

/// <summary>« Je ne sais pas » is said by a reader and never for them; what a reading leaves unsaid is named before it is given.</summary>
public sealed class UnsaidTest(Place place) : IClassFixture<Place>
{
    const string Reality = "Réalité de la participation", Tick = "Je n’ai rien à en dire", Give = "Oui, donner ma lecture";

    async Task<(GivenGroup Group, GivenExperience Experience, Pair Pair)> ToRead()
    {
        var organisation = await place.Given.AnOrganisation();
        var call = await place.Given.AnOpenCall(organisation, "Un appel dont tout se dit");
        var group = await place.Given.AGroupOf(organisation, 1, 1);
        await place.Given.ItReadsFor(group, call);
        var (experience, pair) = await place.Given.AnExperienceReadBy(group, call, 0, 1);
        return (group, experience, pair);
    }

    Task<Reading> Stored(Pair pair, Guid seat) => place.Db(db => db.Readings.AsNoTracking().SingleAsync(r => r.PairId == pair.Id && r.SeatId == seat));

    [Fact]
    public async Task Keeps_that_a_reader_does_not_know_and_makes_it_of_nothing_else()
    {
        var (group, experience, pair) = await ToRead();
        using var reader = await place.Given.SignedIn(group.Members[0]);
        var path = $"/lectures/{experience.Reference}";
        await (await reader.Open(path)).Form("Enregistrer").Set("Form.Notes[CRI_REALITE]", "nsp").Set("Form.Words[CRI_INCLUSION]", "Des voix très diverses.").Send();
        // Saved again as it is loaded: nothing is lost, nothing is made up.
        await (await reader.Open(path)).Form("Enregistrer").Send();
        var stored = (await Stored(pair, group.Seat(0).Id)).Criteria;
        Assert.Equal(new CriterionNote(null, null, DoesNotKnow: true), stored["CRI_REALITE"]);
        Assert.Equal(new CriterionNote(null, "Des voix très diverses."), stored["CRI_INCLUSION"]);
        Assert.Equal(2, stored.Count);

        await (await reader.Open(path)).Form("Enregistrer et donner ma lecture").Choose("Concertation", "Le degré").Choose("Pouvoir d’initiative", "Registres").Send();
        await (await reader.Open(path + "/donner")).Form(Give).Choose(Tick).Send();
        await place.Given.TheyRead(pair, group.Seat(1).Id, Given.ACoding());
        using var other = await place.Given.SignedIn(group.Members[1]);
        var side = (await other.Open(path + "/accord")).TextContent.Replace('\u00a0', ' ').Replace('\u202f', ' ');
        Assert.Contains("L’autre personne : je ne sais pas", side);
        Assert.Contains("L’autre personne : « Des voix très diverses. »", side);
        Assert.DoesNotContain("je ne sais pas, «", side);
    }

    [Fact]
    public async Task Reads_what_was_stored_before_not_knowing_had_its_own_mark()
    {
        var (group, experience, pair) = await ToRead();
        using var reader = await place.Given.SignedIn(group.Members[0]);
        var path = $"/lectures/{experience.Reference}";
        await (await reader.Open(path)).Form("Enregistrer").Fill("Autre remarque", "Gardée d’avant").Send();
        const string old = """{"CRI_REALITE":{"Note":null,"Words":null},"CRI_INCLUSION":{"Note":null,"Words":"Des voix."}}""";
        await place.Db(db => db.Write(d => d.Database.ExecuteSql($"update readings set criteria = {old} where remark = {"Gardée d’avant"}")));
        // Shown as it was meant, and kept when it is saved again.
        await (await reader.Open(path)).Form("Enregistrer").Send();
        var stored = (await Stored(pair, group.Seat(0).Id)).Criteria;
        Assert.Equal(new CriterionNote(null, null, DoesNotKnow: true), stored["CRI_REALITE"]);
        Assert.Equal(new CriterionNote(null, "Des voix."), stored["CRI_INCLUSION"]);
    }

    [Fact]
    public void Says_of_a_note_what_was_said()
    {
        Assert.Equal(["3 sur 4, « Oui. »", "je ne sais pas, « Qui sait ? »", "« Des mots »", ""],
            new CriterionNote[] { new(3, "Oui."), new(null, "Qui sait ?", true), new(null, "Des mots"), new(null, null) }.Select(n => n.Sentence));
        Assert.True(new CriterionNote(null, null).SaysNothing);
    }

    [Fact]
    public async Task Names_what_a_reading_leaves_unsaid_and_gives_it_once_that_is_confirmed()
    {
        var (group, experience, pair) = await ToRead();
        using var reader = await place.Given.SignedIn(group.Members[0]);
        var path = $"/lectures/{experience.Reference}";
        var form = (await reader.Open(path)).Form("Enregistrer et donner ma lecture").Choose("Concertation", "Le degré");
        Assert.Equal(["Choisissez au moins un registre avant de donner votre lecture."], (await form.Send()).Errors);
        var confirm = await (await reader.Open(path)).Form("Enregistrer et donner ma lecture").Choose("Pouvoir d’initiative", "Registres").Set("Form.Notes[CRI_REALITE]", "nsp").Send();
        Assert.Equal("Donner votre lecture ?", confirm.Heading);
        var unsaid = confirm.Document.QuerySelectorAll("form li").Select(Page.Text).ToList();
        Assert.Equal(["Niveau d’engagement", "Niveau dans l’organisation", "Effets attendus", "Champ du parcours", "Étape du parcours", "Publics", "Activités", "Espace", "Modalités"], unsaid[..9]);
        Assert.Equal(7, unsaid.Count - 9);
        Assert.DoesNotContain(Reality, unsaid);

        var refused = await confirm.Form(Give).Send();
        Assert.Contains("complétez, ou cochez", Assert.Single(refused.Errors));
        Assert.False((await Stored(pair, group.Seat(0).Id)).IsGiven);
        Assert.Empty((await refused.Form(Give).Choose(Tick).Send()).Errors);
        Assert.True((await Stored(pair, group.Seat(0).Id)).IsGiven);
    }

    [Fact]
    public async Task Names_what_an_agreement_leaves_unsaid_to_both_who_make_it()
    {
        var (group, experience, pair) = await ToRead();
        foreach (var seat in new[] { 0, 1 }) await place.Given.TheyRead(pair, group.Seat(seat).Id, Given.ACoding());
        using var first = await place.Given.SignedIn(group.Members[0]);
        using var second = await place.Given.SignedIn(group.Members[1]);
        var path = $"/lectures/{experience.Reference}/accord";
        var proposed = (await first.Open(path)).Form("Proposer cet accord").Fill("La raison de l’accord", "Lu à deux.");
        // Whatever else is wrong, it stays named.
        Assert.Contains("8 points ne sont pas dits", (await (await first.Open(path)).Form("Proposer cet accord").Fill("La raison de l’accord", new string('a', Settlement.ReasonMax + 1)).Send()).TextContent.Replace('\u00a0', ' '));
        Assert.DoesNotContain("points ne sont pas dits", (await (await first.Open(path)).Form("Proposer cet accord").Set("Form.Space", "ESP_NULLE_PART").Send()).TextContent);
        var refused = await proposed.Send();
        Assert.Contains("complétez, ou cochez", Assert.Single(refused.Errors));
        Assert.Contains("8 points ne sont pas dits", refused.TextContent.Replace('\u00a0', ' '));
        Assert.False(await place.Db(db => db.Settlements.AnyAsync(s => s.PairId == pair.Id)));
        Assert.Empty((await refused.Form("Proposer cet accord").Choose(Tick).Send()).Errors);
        var accept = await second.Open(path + "/accepter");
        Assert.Contains("Cet accord ne dit rien de", accept.TextContent);
        Assert.Contains("Les soins ou l’accompagnement", (await second.Open(path + "/accepter?lecture=facile")).TextContent);
        Assert.Empty((await accept.Form("J’accepte cet accord").Send()).Errors);
    }
}
