using System.Net;
using Croisee.Data;
using Croisee.Experiences;
using Croisee.Mail;
using Croisee.People;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Croisee.Tests.Review;

/// <summary>A question put to the authors has an end, and a call that no group reads yet has somebody who answers.</summary>
public sealed class TeamOfCallTest(Place place) : IClassFixture<Place>
{
    Task<ExperienceState> StateOf(GivenExperience given) => place.Db(db => db.Experiences.Where(e => e.Id == given.Id).Select(e => e.State).SingleAsync());
    Task<List<Notice>> NoticesTo(Person person) => place.Db(db => db.Notices.AsNoTracking().Where(n => n.To == person.Email).ToListAsync());

    [Fact]
    public async Task Takes_up_what_waits_for_an_answer_that_does_not_come_with_the_reason_that_authors_read()
    {
        var organisation = await place.Given.AnOrganisation();
        var call = await place.Given.AnOpenCall(organisation, $"Un appel {Rules.Reference.New()}");
        var group = await place.Given.AGroupOf(organisation, 1, 1);
        await place.Given.ItReadsFor(group, call);
        var given = await place.Given.ASubmittedExperience(call, "Une réponse qui ne vient pas");
        await place.Given.AContact(given, "muette@example.org");
        await place.Given.ItPassed(given, ExperienceState.ToComplete);
        using var team = await place.Given.APerson("Équipe", Role.Organiser, organisation);
        var page = await (await team.Open($"/groupes/{group.Group.Reference}/recevabilite")).Follow("Une réponse qui ne vient pas");
        Assert.Single((await page.Form("Reprendre la demande").Send()).Errors);
        var taken = await page.Form("Reprendre la demande").Fill("Pourquoi ne plus attendre", "Le texte suffit comme il est.").Send();
        Assert.Equal(ExperienceState.Submitted, await StateOf(given));
        Assert.Contains("n’attend plus la précision", (await place.MailsTo("muette@example.org"))[^1].Text, StringComparison.Ordinal);
        using var author = await place.Given.AnAuthorOf(given);
        var read = (await author.Open($"/suivre/fiche/{given.Reference}")).TextContent;
        Assert.Contains("Le texte suffit comme il est.", read, StringComparison.Ordinal);
        Assert.Contains("la vérifie de nouveau", read, StringComparison.Ordinal);
        await taken.Form("Enregistrer").Choose("Recevable").Send();
        Assert.Equal(ExperienceState.Admissible, await StateOf(given));
    }

    [Fact]
    public async Task Reminds_once_of_a_question_that_gets_no_answer()
    {
        await using var own = new Place();
        await own.InitializeAsync();
        var call = await own.Given.AnOpenCall();
        var (silent, other, wrote) = (await own.Given.ASubmittedExperience(call, "La muette"), await own.Given.ASubmittedExperience(call, "Sa voisine"), await own.Given.ASubmittedExperience(call, "La bavarde"));
        foreach (var given in new[] { silent, other }) await own.Given.AContact(given, "silence@example.org");
        await own.Given.AContact(wrote, "bavarde@example.org");
        foreach (var given in new[] { silent, other, wrote }) await own.Given.ItPassed(given, ExperienceState.ToComplete);
        await own.Given.Added(new Message(wrote.Id, MessageFrom.Authors, "Que voulez-vous savoir ?", own.Clock.UtcNow(), 1));
        await own.Given.TheJobIsMine(RemindToComplete.Job);
        await Days(14);
        Assert.Empty(await own.MailsTo("silence@example.org"));
        await Days(2);
        await Days(20);
        var letter = Assert.Single(await own.MailsTo("silence@example.org"));
        Assert.Contains("La muette", letter.Text);
        Assert.Contains("Sa voisine", letter.Text);
        Assert.Empty(await own.MailsTo("bavarde@example.org"));

        // Asked anew, it is another question.
        await own.Given.ItPassed(silent, ExperienceState.Submitted, ExperienceState.ToComplete);
        await Days(16);
        Assert.Equal(2, (await own.MailsTo("silence@example.org")).Count);

        async Task Days(int days) { own.Clock.Advance(TimeSpan.FromDays(days)); await own.Given.TheJobRan(RemindToComplete.Job); }
    }

    [Fact]
    public async Task Answers_authors_and_says_what_is_admissible_from_the_office_while_no_group_reads()
    {
        var organisation = await place.Given.AnOrganisation();
        var call = await place.Given.AnOpenCall(organisation, $"Un appel sans groupe {Rules.Reference.New()}");
        var (organiser, moderator) = (await place.Given.AnAccount("Organise", Role.Organiser, organisation), await place.Given.AnAccount("Modère", Role.Moderator, organisation));
        var given = await place.Given.ASubmittedExperience(call, "La lettre sans boîte");
        await place.Given.AContact(given, "lettre@example.org");
        using var office = await place.Given.SignedIn(moderator);
        using var author = await place.Given.AnAuthorOf(given);
        var desk = $"/bureau/experiences/{given.Reference}";

        // What is missing is asked, and the answer reaches who asked.
        await (await (await office.Open(desk)).Follow("Vérifier la recevabilité")).Form("Enregistrer").Choose("À compléter").Fill("Message aux auteurs", "Combien étiez-vous ?").Send();
        Assert.Equal(ExperienceState.ToComplete, await StateOf(given));
        await (await author.Open($"/suivre/fiche/{given.Reference}/messages")).Form("Envoyer le message").Fill("Votre message", "Nous étions douze.").Send();
        foreach (var told in new[] { organiser, moderator }) Assert.Contains(await NoticesTo(told), n => n.Path == desk + "/messages");
        Assert.Contains("les auteurs ont écrit", (await office.Open("/bureau/recus")).TextContent, StringComparison.Ordinal);
        Assert.Contains("les auteurs ont écrit", (await office.Open($"/bureau/appels/{call.Slug}/recus")).TextContent, StringComparison.Ordinal);
        var dialogue = await (await office.Open(desk)).Follow("Messages avec les auteurs");
        Assert.Contains("Nous étions douze.", dialogue.TextContent, StringComparison.Ordinal);
        await dialogue.Form("Envoyer le message").Fill("Votre message", "Merci, écrivez-le dans le texte.").Send();
        Assert.Contains("Merci, écrivez-le dans le texte.", (await author.Open($"/suivre/fiche/{given.Reference}/messages")).TextContent, StringComparison.Ordinal);
        Assert.Contains("vous a écrit", (await place.MailsTo("lettre@example.org"))[^1].Text, StringComparison.Ordinal);
        Assert.DoesNotContain("attend votre réponse", (await office.Open(desk)).TextContent, StringComparison.Ordinal);
        await (await author.Open($"/deposer/fiche/{given.Reference}/relire")).Form("Envoyer").Send();
        Assert.Contains(await NoticesTo(moderator), n => n.Path == desk + "/recevabilite");

        await (await office.Open(desk + "/recevabilite")).Form("Enregistrer").Choose("Recevable").Send();
        Assert.Equal(ExperienceState.Admissible, await StateOf(given));
    }

    [Fact]
    public async Task Leaves_the_verdict_to_the_group_that_reads_and_lets_a_moderator_ask_for_what_is_missing()
    {
        var organisation = await place.Given.AnOrganisation();
        var call = await place.Given.AnOpenCall(organisation, $"Un appel lu {Rules.Reference.New()}");
        var group = await place.Given.AGroupOf(organisation, 1, 1);
        await place.Given.ItReadsFor(group, call);
        var given = await place.Given.ASubmittedExperience(call, "Une recette");
        using var organiser = await place.Given.APerson("Organise", Role.Organiser, organisation);
        using var moderator = await place.Given.APerson("Modère", Role.Moderator, organisation);
        using var stranger = await place.Given.APerson("Ailleurs", Role.Moderator, await place.Given.AnOrganisation());
        var path = $"/bureau/experiences/{given.Reference}/recevabilite";
        Assert.Equal($"/groupes/{group.Group.Reference}/recevabilite/{given.Reference}", (await organiser.Open(path)).Path);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Open(path)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Open($"/bureau/experiences/{given.Reference}/messages")).Status);
        var page = await moderator.Open(path);
        Assert.DoesNotContain("Irrecevable", page.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await page.Form("Enregistrer").Set("Form.Verdict", "Admissible").Send()).Status);
        Assert.Equal(ExperienceState.Submitted, await StateOf(given));
        Assert.DoesNotContain("Autre motif", page.TextContent, StringComparison.Ordinal);
        await page.Form("Enregistrer").Choose("À compléter").Fill("Message aux auteurs", "Quels ingrédients ?").Send();
        Assert.Equal(ExperienceState.ToComplete, await StateOf(given));

        // Taken back by who cannot say whether it is admissible: the group says it, and is told that it waits.
        var taken = await (await moderator.Open(path)).Form("Reprendre la demande").Fill("Pourquoi ne plus attendre", "Le texte suffit.").Send();
        Assert.Equal($"/bureau/experiences/{given.Reference}", taken.Path);
        Assert.Contains("Le groupe dira si elle est recevable", taken.TextContent, StringComparison.Ordinal);
        Assert.True(await place.Db(db => db.Notices.AnyAsync(n => n.Path == $"/groupes/{group.Group.Reference}/recevabilite/{given.Reference}" && n.Line.StartsWith("Une expérience est à vérifier"))));
    }

    /// <summary>Taken in from a file without all its answers, with no address: nobody could ever send it again.</summary>
    [Fact]
    public async Task Takes_up_an_imported_experience_whose_authors_cannot_be_reached()
    {
        var organisation = await place.Given.AnOrganisation();
        var call = await place.Given.AnOpenCall(organisation, $"Un appel repris {Rules.Reference.New()}");
        var given = await place.Given.ASubmittedExperience(call, "Venue d’un fichier");
        await place.Given.ItPassed(given, ExperienceState.ToComplete);
        await place.Db(async db =>
        {
            var experience = await db.Experiences.Include(e => e.Steps).SingleAsync(e => e.Id == given.Id);
            experience.Steps.Single(s => s.Code == DepositSteps.All.Single(i => i.Answers == typeof(Croisee.Experiences.Answers.Structure)).Code).Write(new Croisee.Experiences.Answers.Structure(), null, place.Clock.UtcNow());
            Journal.Recording.Record(db, place.Clock.UtcNow(), Journal.Actor.System, "donnee.de.test", experience);
            return await db.SaveChangesAsync();
        });
        using var office = await place.Given.APerson("Modère", Role.Moderator, organisation);
        await (await office.Open($"/bureau/experiences/{given.Reference}/recevabilite")).Form("Reprendre la demande").Fill("Pourquoi ne plus attendre", "Personne ne peut la compléter.").Send();
        await (await office.Open($"/bureau/experiences/{given.Reference}/recevabilite")).Form("Enregistrer").Choose("Recevable").Send();
        Assert.Equal(ExperienceState.Admissible, await StateOf(given));
    }
}
