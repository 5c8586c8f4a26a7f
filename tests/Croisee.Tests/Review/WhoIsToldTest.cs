using Croisee.Data;
using Croisee.Deliberation;
using Croisee.Experiences;
using Croisee.Groups;
using Croisee.Journal;
using Croisee.Mail;
using Croisee.People;
using Croisee.Review;
using Croisee.Words;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Croisee.Tests.Review;

/// <summary>What authors send, what members owe and what is broken reaches somebody who can act on it.</summary>
public sealed class WhoIsToldTest(Place place) : IClassFixture<Place>
{
    const string ReadingsJob = "rappeler les lectures";

    Task<List<Notice>> NoticesTo(string email) => place.Db(db => db.Notices.AsNoTracking().Where(n => n.To == email).OrderBy(n => n.CreatedAt).ToListAsync());

    async Task<(Call Call, GivenGroup Group, Person Organiser)> Ready(int users = 1, int professionals = 1)
    {
        var organisation = await place.Given.AnOrganisation();
        var call = await place.Given.AnOpenCall(organisation, $"Un appel {Rules.Reference.New()}");
        var group = await place.Given.AGroupOf(organisation, users, professionals);
        await place.Given.ItReadsFor(group, call);
        var organiser = await place.Given.AnAccount($"Organise {Rules.Reference.New()}");
        await place.Given.AGrant(organiser, Role.Organiser, organisation);
        return (call, group, organiser);
    }

    [Fact]
    public async Task What_authors_send_reaches_the_team_and_is_listed_until_it_is_answered()
    {
        var (call, group, organiser) = await Ready();
        var given = await place.Given.ASubmittedExperience(call, "La boîte à idées");
        await place.Given.ItPassed(given, ExperienceState.ToComplete);
        using var team = await place.Given.SignedIn(organiser);
        using var author = await place.Given.AnAuthorOf(given);
        var desk = $"/groupes/{group.Group.Reference}/recevabilite";
        Assert.Contains("chez les auteurs", (await team.Open(desk)).TextContent, StringComparison.Ordinal);
        await (await author.Open($"/suivre/fiche/{given.Reference}/messages")).Form("Envoyer le message").Fill("Votre message", "Nous l’avons fait deux fois.").Send();
        Assert.Contains(await NoticesTo(organiser.Email), n => n.Path == $"{desk}/{given.Reference}/messages");
        var waiting = await team.Open(desk);
        Assert.Contains("attend votre réponse", waiting.TextContent, StringComparison.Ordinal);
        await (await team.Open($"{desk}/{given.Reference}/messages")).Form("Envoyer le message").Fill("Votre message", "Merci, c’est clair.").Send();
        Assert.DoesNotContain("attend votre réponse", (await team.Open(desk)).TextContent, StringComparison.Ordinal);

        // Sent again, completed: it is to be checked, and the team is told.
        place.Clock.Advance(TimeSpan.FromDays(20));
        var promised = place.Clock.ParisToday().AddDays(Croisee.Experiences.Deposit.ReceiptModel.FirstAnswerDays);
        using var back = await place.Given.AnAuthorOf(given);
        using var again = await place.Given.SignedIn(organiser);
        var receipt = await (await back.Open($"/deposer/fiche/{given.Reference}/relire")).Form("Envoyer").Send();
        Assert.Contains($"réponse {promised.UntilInclusive()}", receipt.TextContent, StringComparison.Ordinal);
        Assert.Contains(await NoticesTo(organiser.Email), n => n.Path == $"{desk}/{given.Reference}");
        Assert.Contains($"réponse promise pour le {promised.Short()}", (await again.Open(desk)).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_keeps_its_kind_reason_beside_the_words_of_the_team_and_can_be_taken_back()
    {
        var (call, group, organiser) = await Ready();
        var given = await place.Given.ASubmittedExperience(call, "Un questionnaire de satisfaction");
        using var team = await place.Given.SignedIn(organiser);
        var page = $"/groupes/{group.Group.Reference}/recevabilite/{given.Reference}";
        var form = (await team.Open(page)).Form("Enregistrer").Choose("Irrecevable");
        var reason = Croisee.Framework.Vocabularies.IneligibilityReason.Terms.First(t => t.Redirection is not null);
        await form.Set("Form.Reason", reason.Code).Fill("Message aux auteurs", "Merci pour ce travail.").Send();
        using var author = await place.Given.AnAuthorOf(given);
        var read = (await author.Open($"/suivre/fiche/{given.Reference}")).Source;
        Assert.Contains("Merci pour ce travail.", read, StringComparison.Ordinal);
        var why = await place.Db(db => db.Passages.Where(p => p.ExperienceId == given.Id).OrderByDescending(p => p.At).Select(p => p.Why).FirstAsync());
        Assert.Contains(reason.Redirection!, why, StringComparison.Ordinal);

        Assert.Single((await (await team.Open(page)).Form("Revenir sur ce refus").Send()).Errors);
        await (await team.Open(page)).Form("Revenir sur ce refus").Fill("Pourquoi revenir sur ce refus ?", "Vous nous avez montré que c’est collectif.").Send();
        Assert.Equal(ExperienceState.Submitted, await place.Db(db => db.Experiences.Where(e => e.Id == given.Id).Select(e => e.State).SingleAsync()));
        Assert.Contains("c’est collectif", (await author.Open($"/suivre/fiche/{given.Reference}")).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asks_the_team_for_the_reason_that_another_motive_does_not_say_and_sets_it_where_the_sentence_announces_it()
    {
        var (call, group, organiser) = await Ready();
        var given = await place.Given.ASubmittedExperience(call, "Un refus à expliquer");
        using var team = await place.Given.SignedIn(organiser);
        var form = (await team.Open($"/groupes/{group.Group.Reference}/recevabilite/{given.Reference}")).Form("Enregistrer").Choose("Irrecevable").Set("Form.Reason", "IRR_AUTRE");
        Assert.Contains("Écrivez la raison", Assert.Single((await form.Send()).Errors), StringComparison.Ordinal);
        await form.Fill("Message aux auteurs", "L’action a eu lieu avant 2015.").Send();
        var why = (await place.Db(db => db.Passages.Where(p => p.ExperienceId == given.Id).OrderByDescending(p => p.At).Select(p => p.Why).FirstAsync()))!;
        var parts = why.Split("\n\n");
        Assert.Equal(3, parts.Length);
        Assert.Contains("indiquée ci-dessous", parts[0], StringComparison.Ordinal);
        Assert.Equal("L’action a eu lieu avant 2015.", parts[1]);
        Assert.Contains("nous écrire", parts[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keeps_one_message_of_a_form_sent_many_times_at_once_on_either_side()
    {
        var (call, group, organiser) = await Ready();
        var given = await place.Given.ASubmittedExperience(call, "Un message et pas deux");
        using var team = await place.Given.SignedIn(organiser);
        using var author = await place.Given.AnAuthorOf(given);
        var forms = new[]
        {
            (await author.Open($"/suivre/fiche/{given.Reference}/messages")).Form("Envoyer le message").Fill("Votre message", "Des auteurs, une fois."),
            (await team.Open($"/groupes/{group.Group.Reference}/recevabilite/{given.Reference}/messages")).Form("Envoyer le message").Fill("Votre message", "De l’équipe, une fois."),
        };
        foreach (var form in forms)
            Assert.All(await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => form.Send())), page => Assert.Equal(System.Net.HttpStatusCode.OK, page.Status));
        Assert.Equal(new[] { (1, "Des auteurs, une fois."), (2, "De l’équipe, une fois.") }, (await place.Db(db => db.Messages.AsNoTracking().Where(m => m.ExperienceId == given.Id).OrderBy(m => m.Number).ToListAsync())).Select(m => (m.Number ?? 0, m.Text)).ToArray());
    }

    [Fact]
    public async Task A_check_sent_twice_is_one_and_a_text_too_lengthywith_its_reason_is_said_beside_it()
    {
        var (call, group, organiser) = await Ready();
        using var team = await place.Given.SignedIn(organiser);
        var lengthy = await place.Given.ASubmittedExperience(call, "Un long refus");
        var refusal = (await team.Open($"/groupes/{group.Group.Reference}/recevabilite/{lengthy.Reference}")).Form("Enregistrer").Choose("Irrecevable").Set("Form.Reason", Croisee.Framework.Vocabularies.IneligibilityReason.Terms.First(t => t.Redirection is not null).Code);
        var refused = await refusal.Fill("Message aux auteurs", new string('a', Passage.WhyMax)).Send();
        Assert.Contains("Avec la raison ajoutée, votre message est trop long", Assert.Single(refused.Errors), StringComparison.Ordinal);
        Assert.NotNull(refused.Document.QuerySelector(".error-summary a"));

        var given = await place.Given.ASubmittedExperience(call, "Une précision demandée une fois");
        var ask = (await team.Open($"/groupes/{group.Group.Reference}/recevabilite/{given.Reference}")).Form("Enregistrer").Choose("À compléter").Fill("Message aux auteurs", "Combien de personnes ?");
        Assert.All(new[] { await ask.Send(), await ask.Send() }, page => Assert.Equal(System.Net.HttpStatusCode.OK, page.Status));
        Assert.Equal(1, await place.Db(db => db.Passages.CountAsync(p => p.ExperienceId == given.Id && p.To == ExperienceState.ToComplete)));
    }

    [Fact]
    public async Task Reminds_of_an_agreement_not_found_and_says_when_a_reader_has_left()
    {
        var (call, group, organiser) = await Ready(2, 2);
        var (found, pair) = await place.Given.AnExperienceReadBy(group, call, 0, 2, "Les menus choisis ensemble");
        foreach (var member in new[] { 0, 2 }) await place.Given.TheyRead(pair, group.Seat(member).Id, Given.ACoding());
        var (left, _) = await place.Given.AnExperienceReadBy(group, call, 1, 3, "Le journal de la maison");
        await place.Db(async db =>
        {
            var whole = await db.Groups.Whole().SingleAsync(g => g.Id == group.Group.Id);
            whole.EndMandate(whole.Seats.Single(s => s.Id == group.Seat(1).Id), place.Clock.ParisToday());
            db.Record(place.Clock.UtcNow(), Actor.System, "donnee.de.test", whole);
            return await db.SaveChangesAsync();
        });
        place.Clock.Advance(TimeSpan.FromDays(ReadingGroup.DaysToRead + 1));
        await place.Given.TheJobRan(ReadingsJob);
        foreach (var member in new[] { 0, 2 })
            Assert.Contains(await NoticesTo(group.Members[member].Email), n => n.Path == $"/lectures/{found.Reference}/accord" && n.Line.StartsWith("Un accord à trouver", StringComparison.Ordinal));
        Assert.DoesNotContain(await NoticesTo(group.Members[1].Email), n => n.Line.StartsWith("Lecture en retard", StringComparison.Ordinal));
        Assert.Contains(await NoticesTo(group.Members[3].Email), n => n.Path == $"/lectures/{left.Reference}" && n.Line.StartsWith("Lecture en retard", StringComparison.Ordinal));
        Assert.Contains(await NoticesTo(organiser.Email), n => n.Line.StartsWith("Une lecture n’a plus de lecteur", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Reminds_of_opinions_each_week_and_of_votes_before_their_end()
    {
        var (_, group, _) = await Ready();
        var question = new Croisee.Deliberation.Deliberation(group.Group, "Changer l’heure du dîner ?", new Subject("essai", Guid.CreateVersion7()), DecisionRule.DoubleMajority, Quorum.MoreThanHalf, place.Clock.ParisToday(), place.Clock.UtcNow());
        question.Give(group.Seat(0).Id, "Oui, plus tard.", place.Clock.UtcNow());
        await place.Given.Added(question);
        var told = $"/deliberations/{question.Reference}";
        await place.Given.TheJobIsMine(RemindVoices.Job);
        await place.Given.TheJobRan(RemindVoices.Job);
        Assert.DoesNotContain(await NoticesTo(group.Members[1].Email), n => n.Path == told);
        place.Clock.Advance(TimeSpan.FromDays(7));
        await place.Given.TheJobRan(RemindVoices.Job);
        Assert.Single(await NoticesTo(group.Members[1].Email), n => n.Path == told && n.Line.StartsWith("Votre avis", StringComparison.Ordinal));
        Assert.DoesNotContain(await NoticesTo(group.Members[0].Email), n => n.Path == told);
    }
}
