using System.Net;
using Croisee.Data;
using Croisee.Experiences;
using Croisee.Experiences.Answers;
using Croisee.Files;
using Croisee.Journal;
using Croisee.Tests.Files;
using Croisee.Ui;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Croisee.Tests.Experiences;

/// <summary>Whoever writes is warned wherever a name may slip in, goes where they asked to go, and is told what was kept.</summary>
public sealed class WritingKindlyTest(Place place) : IClassFixture<Place>
{
    const string Named = "Notre voisine Mme Lebrun, diabétique, a aidé.";

    [Fact]
    public async Task Warns_of_traces_in_who_when_and_partners_and_replaces_them()
    {
        var draft = await place.Given.ADraft(await place.Given.AnOpenCall());
        foreach (var (step, field) in new[] { ("deroulement", "Form.Milestones[0].Who"), ("deroulement", "Form.Milestones[1].When"), ("moyens", "Form.Partners[0]") })
        {
            var path = $"/deposer/fiche/{draft.Reference}/{step}";
            var warned = await (await draft.Browser.Open(path)).Form("Enregistrer et continuer").Set(field, Named).Send();
            Assert.Contains("faire reconnaître quelqu’un", warned.TextContent);
            Assert.Contains("C’est enregistré.", warned.TextContent);
            Assert.Contains(warned.Document.QuerySelectorAll("mark"), m => m.TextContent.Contains("Lebrun"));
            var cleaned = await warned.Form("Remplacer pour moi").Send();
            Assert.DoesNotContain("Lebrun", cleaned.Source);
            await cleaned.Form("Enregistrer et continuer").Send();
        }
    }

    [Fact]
    public async Task Warns_of_traces_beside_a_file_and_keeps_the_file()
    {
        var draft = await place.Given.ADraft(await place.Given.AnOpenCall());
        var joined = await (await draft.Browser.Open($"/deposer/fiche/{draft.Reference}/pieces")).Form("Joindre ce fichier").Attach("Fichier", "repas.png", Pictures.Png(), "image/png")
            .Fill("Ce qu’il montre", "La table de Mme Lebrun").Fill("Qui l’a fait", "L’équipe").Send();
        Assert.Contains("Le fichier est joint.", joined.TextContent);
        Assert.Contains(joined.Document.QuerySelectorAll("mark"), m => m.TextContent.Contains("Lebrun"));
    }

    [Fact]
    public async Task Warns_once_before_a_message_leaves_and_never_refuses_it()
    {
        var given = await place.Given.ASubmittedExperience(await place.Given.AnOpenCall());
        using var author = await place.Given.AnAuthorOf(given);
        var path = $"/suivre/fiche/{given.Reference}/messages";
        var warned = await (await author.Open(path)).Form("Envoyer le message").Fill("Votre message", Named).Send();
        Assert.Equal(HttpStatusCode.OK, warned.Status);
        Assert.Contains("n’est pas encore parti", warned.TextContent);
        Assert.Equal(Named, warned.Form("Envoyer le message").Value("Votre message")!.Trim());
        Assert.Equal(0, await Sent());
        Assert.Contains("Votre message est envoyé.", (await warned.Form("Envoyer tel quel").Send()).TextContent);
        Assert.Equal(1, await Sent());
        Assert.Contains("Votre message est envoyé.", (await (await author.Open(path)).Form("Envoyer le message").Fill("Votre message", "Quand aurons-nous une réponse ?").Send()).TextContent);

        Task<int> Sent() => place.Db(db => db.Messages.CountAsync(m => m.ExperienceId == given.Id));
    }

    [Fact]
    public async Task Goes_where_the_writer_asked_even_when_words_are_marked()
    {
        var draft = await place.Given.ADraft(await place.Given.AnOpenCall());
        var path = $"/deposer/fiche/{draft.Reference}/essentiel";
        var stopped = await (await draft.Browser.Open(path)).Form("Arrêter et reprendre plus tard").Fill("Résumé", Named).Send();
        Assert.Equal($"/deposer/fiche/{draft.Reference}", stopped.Path);
        Assert.Contains("C’est enregistré. Des mots peuvent faire reconnaître quelqu’un", stopped.TextContent);
        var read = await (await draft.Browser.Open(path)).Form("Vérifier la lisibilité").Fill("Résumé facile à lire", "Mme Lebrun a aidé.").Send();
        Assert.Equal($"/deposer/fiche/{draft.Reference}/lisibilite", read.Path);
    }

    public static TheoryData<StepAnswers> Typed => new()
    {
        new Means { RecognitionText = "Un repas" }, new Means { TrainedTogetherText = "Une journée" }, new Means { PersonsTraining = new() { Text = "Deux heures" } }, new Means { ProfessionalsTraining = new() { Hours = 3 } },
        new Course { EffectsScale = "EFF_COLLECTIVE" }, new Participants { PersonsExact = 7 }, new Participants { ProfessionalsExact = 2 }, new Participants { BeneficiariesExact = 0 },
    };

    [Theory, MemberData(nameof(Typed))]
    public void Says_that_a_step_is_begun_whatever_was_typed(StepAnswers answers) => Assert.False(answers.IsEmpty());

    [Fact]
    public void Asks_how_persons_were_trained_before_sending_and_holds_back_nothing_that_was_sent_before()
    {
        var means = Given.AnAccountOf("Un titre").Means;
        Assert.Empty(means.Missing());
        means.PersonsTraining = new();
        var missing = Assert.Single(means.Missing());
        Assert.Equal(("PersonsTraining.Level", true), (missing.Field, missing.AskedLater));
    }

    [Fact]
    public async Task Says_before_the_agreement_which_file_the_antivirus_still_holds()
    {
        var given = await place.Given.AnExperienceToApprove(await place.Given.AnOpenCall());
        await place.With(async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            var taken = await services.GetRequiredService<FileStore>().Take(new MemoryStream("Une note."u8.ToArray()), "note.txt", 0, CancellationToken.None);
            taken.File!.Describe("L’équipe", "Une note");
            db.StoredFiles.Add(taken.File);
            db.Attachments.Add(new Attachment(given.Id, taken.File.Id, place.Clock.UtcNow()));
            db.Record(place.Clock.UtcNow(), Actor.System, "donnee.de.test", await db.Experiences.SingleAsync(e => e.Id == given.Id));
            return await db.SaveChangesAsync();
        });
        using var author = await place.Given.AnAuthorOf(given);
        var path = $"/suivre/fiche/{given.Reference}/accord";
        Assert.DoesNotContain("ne sont pas sur la page", (await author.Open(path)).TextContent);
        // The clockwork scans what waits as soon as it sees it.
        await place.Given.TheClockworkStopped();
        await place.Db(db => db.Write(d => d.StoredFiles.Where(f => f.OriginalName == "note.txt").ExecuteUpdate(s => s.SetProperty(f => f.State, FileState.Quarantine))));
        Assert.Contains("Ces fichiers ne sont pas sur la page : note.txt.", (await author.Open(path)).TextContent);
    }

    [Fact]
    public async Task Shows_what_was_typed_in_French_and_without_its_machinery_when_the_code_is_forgotten()
    {
        var draft = await place.Given.ADraft(await place.Given.AnOpenCall());
        var page = await draft.Browser.Open($"/deposer/fiche/{draft.Reference}/essentiel");
        draft.Browser.Forget(AuthorCookie.Name);
        var kept = await page.Form("Arrêter et reprendre plus tard").Fill("Titre de l’expérience", "Un titre en route").Fill("Résumé", "Tout un récit.").Send();
        Assert.Equal(HttpStatusCode.Unauthorized, kept.Status);
        Assert.Equal("Titre Un titre en route Résumé Tout un récit.", Page.Text(string.Join(' ', kept.Document.QuerySelectorAll("dl > *").Select(e => e.TextContent))));
        // Everything still travels with the button.
        Assert.NotNull(kept.Document.QuerySelector("input[name=version]"));
    }

    [Fact]
    public async Task Keeps_ten_megabytes_of_text_and_says_the_limit_beside_the_field()
    {
        var draft = await place.Given.ADraft(await place.Given.AnOpenCall());
        var story = string.Concat(Enumerable.Repeat("On s’est réunis à l’été. ", 300_000));
        var page = await (await draft.Browser.Open($"/deposer/fiche/{draft.Reference}/essentiel")).Form("Enregistrer et continuer").Fill("Titre de l’expérience", "Un titre gardé").Fill("Résumé", story).Send();
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        var area = page.Document.QuerySelector("textarea[name='Form.Summary']")!;
        Assert.Equal((story, "true"), (area.TextContent, area.GetAttribute("aria-invalid")));
        Assert.Contains(area.GetAttribute("aria-describedby")!.Split(' '), id => Page.Text(page.Document.GetElementById(id)).Contains("trop long", StringComparison.Ordinal));
        Assert.Equal("Un titre gardé", page.Document.QuerySelector("input[name='Form.Title']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Speaks_of_text_when_a_text_is_too_heavy()
    {
        var draft = await place.Given.ADraft(await place.Given.AnOpenCall());
        var page = await (await draft.Browser.Open($"/deposer/fiche/{draft.Reference}/essentiel")).Form("Enregistrer et continuer").Fill("Résumé", new string('x', UnreadableForms.LongestText + 1)).Send();
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, page.Status);
        Assert.Contains("Revenez en arrière : votre texte y est.", page.TextContent);
        Assert.DoesNotContain("fichier", Page.Text(page.Document.QuerySelector("main")));
    }
}
