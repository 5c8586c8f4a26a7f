using System.Net;
using Croisee.Library;
using Croisee.Words;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Croisee.Tests.Library;

/// <summary>FAL-R1: the mark says what people understood of these very words, and no more.</summary>
[Trait("kind", "slow")]
public sealed class EasyReadingTest(Place place) : IClassFixture<Place>
{
    const string Mark = "FALC validé par 2 personnes";

    async Task<Page> Says(Browser reader, GivenExperience sheet, string answer, bool tookNoPart = true)
    {
        var form = (await reader.Open($"/experiences/{sheet.Reference}/relecture")).Form("Envoyer ma réponse").Choose(answer);
        return await (tookNoPart ? form.Choose("Je n’ai pas écrit ce texte.") : form).Send();
    }

    async Task<string> Shown(GivenExperience sheet) => (await place.Browser().Open($"/experiences/{sheet.Reference}")).TextContent;

    [Fact]
    public async Task Marks_after_two_readers_and_unmarks_in_the_request_that_changes_a_word()
    {
        var sheet = await place.Given.APublishedSheet(await place.Given.AnOpenCall(), "Un texte à relire");
        Assert.Contains("Langage clair (non relu)", await Shown(sheet));
        var (nadia, paul) = (await place.Given.AConcernedReader("Nadia"), await place.Given.AConcernedReader("Paul"));
        await Says(nadia, sheet, "Je comprends tout");
        Assert.Contains("en relecture", await Shown(sheet));
        await Says(nadia, sheet, "Je comprends tout");
        Assert.DoesNotContain(Mark, await Shown(sheet));
        await Says(paul, sheet, "Je comprends tout");
        Assert.Contains(Mark, await Shown(sheet));
        Assert.Contains(Mark, (await place.Browser().Open($"/experiences/{sheet.Reference}/facile")).TextContent);

        var author = await place.Given.AnAuthorOf(sheet);
        await (await author.Open($"/suivre/fiche/{sheet.Reference}/correction")).Form("Ouvrir mes textes").Send();
        await (await author.Open($"/deposer/fiche/{sheet.Reference}/essentiel")).Form("Enregistrer et continuer").Fill("Résumé facile à lire", "On a choisi ensemble.\nLe dîner est à sept heures.").Send();
        Assert.Contains(Mark, await Shown(sheet));
        await (await author.Open($"/suivre/fiche/{sheet.Reference}/accord")).Form("Publier").Choose("Je suis d’accord pour publier cette page.").Send();
        Assert.DoesNotContain(Mark, await Shown(sheet));
        Assert.Contains("Langage clair (non relu) Le texte a changé après sa relecture.", await Shown(sheet));
        Assert.Contains("Le texte a changé après sa relecture.", (await place.Browser().Open($"/experiences/{sheet.Reference}/facile/page")).TextContent);
    }

    [Fact]
    public async Task Unmarks_when_the_title_above_the_mark_changes_and_takes_older_readings_over()
    {
        var sheet = await place.Given.APublishedSheet(await place.Given.AnOpenCall(), "Un titre simple");
        foreach (var name in new[] { "Inès", "Karim" }) await Says(await place.Given.AConcernedReader(name), sheet, "Je comprends tout");
        // As they were stored before the title was part of what is read.
        await place.Db(db => db.Write(d =>
        {
            var before = d.Sheets.AsNoTracking().Single(s => s.Id == sheet.Id).Read().EasyHashWithoutTitle();
            return d.EasyReadings.Where(r => r.SheetId == sheet.Id).ExecuteUpdate(set => set.SetProperty(r => r.Hash, before));
        }));
        await place.With(async s => { await EasyTitles.Run(s); return 0; });
        Assert.Contains(Mark, await Shown(sheet));

        var author = await place.Given.AnAuthorOf(sheet);
        await (await author.Open($"/suivre/fiche/{sheet.Reference}/correction")).Form("Ouvrir mes textes").Send();
        await (await author.Open($"/deposer/fiche/{sheet.Reference}/essentiel")).Form("Enregistrer et continuer").Fill("Titre", "Une gouvernance paritaire renouvelée").Send();
        await (await author.Open($"/suivre/fiche/{sheet.Reference}/accord")).Form("Publier").Choose("Je suis d’accord pour publier cette page.").Send();
        await place.With(async s => { await EasyTitles.Run(s); return 0; });
        Assert.DoesNotContain(Mark, await Shown(sheet));
        Assert.DoesNotContain("Facile à lire et à comprendre", (await place.Browser().Open($"/experiences/{sheet.Reference}/facile/page")).TextContent);
    }

    [Fact]
    public async Task Keeps_the_text_under_reading_while_somebody_does_not_understand()
    {
        var sheet = await place.Given.APublishedSheet(await place.Given.AnOpenCall());
        var readers = new[] { await place.Given.AConcernedReader("A"), await place.Given.AConcernedReader("B"), await place.Given.AConcernedReader("C") };
        await Says(readers[0], sheet, "Je comprends tout");
        await Says(readers[1], sheet, "Je comprends tout");
        await Says(readers[2], sheet, "Je ne comprends pas tout", tookNoPart: false);
        Assert.DoesNotContain(Mark, await Shown(sheet));
        Assert.Contains("en relecture", await Shown(sheet));
        await Says(readers[2], sheet, "Je comprends tout");
        Assert.Contains("FALC validé par 3 personnes", await Shown(sheet));
    }

    [Fact]
    public async Task Refuses_the_approval_of_somebody_who_wrote_the_text()
    {
        var sheet = await place.Given.APublishedSheet(await place.Given.AnOpenCall());
        var refused = await Says(await place.Given.AConcernedReader("Nadia"), sheet, "Je comprends tout", tookNoPart: false);
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("il faut ne pas l’avoir écrit", refused.Errors[0]);
    }

    [Fact]
    public async Task Shows_those_who_read_it_again_what_could_be_simpler()
    {
        var sheet = await place.Given.APublishedSheet(await place.Given.AnOpenCall(), "Un texte avec du jargon", a => a.Essentials.EasySummary = "Le dispositif est bon.\nOn mange ensemble.");
        var page = await (await place.Given.AConcernedReader("Nadia")).Open($"/experiences/{sheet.Reference}/relecture");
        Assert.Contains("1 phrase sur 2 est facile à lire.", page.TextContent);
        Assert.Equal("dispositif1", Page.Text(page.Document.QuerySelector("mark")));
        Assert.NotNull(page.Document.QuerySelector("#phrase-1"));
    }

    [Fact]
    public async Task Tells_its_authors_what_readers_did_not_understand_and_never_who()
    {
        var sheet = await place.Given.APublishedSheet(await place.Given.AnOpenCall(), "Un texte qui accroche");
        var author = await place.Given.AnAuthorOf(sheet);
        Assert.DoesNotContain("Votre texte facile à lire", (await author.Open($"/suivre/fiche/{sheet.Reference}")).TextContent);
        var (nadia, paul) = (await place.Given.AConcernedReader("Nadia Relit"), await place.Given.AConcernedReader("Paul Relit"));
        var page = await nadia.Open($"/experiences/{sheet.Reference}/relecture");
        Assert.Contains("Les auteurs lisent votre remarque. Votre nom n’est pas dit.", page.TextContent);
        await page.Form("Envoyer ma réponse").Choose("Je ne comprends pas tout").Fill("Qu’est-ce qui est difficile ?", "Le mot <i>instance</i>.").Send();
        await Says(paul, sheet, "Je ne comprends pas tout");
        var follow = await author.Open($"/suivre/fiche/{sheet.Reference}");
        Assert.Contains("Le mot <i>instance</i>.", follow.TextContent);
        Assert.Contains("Une personne ne comprend pas tout. Elle n’a pas dit quoi.", follow.TextContent);
        Assert.DoesNotContain("Relit", follow.TextContent);
        Assert.DoesNotContain("instance", (await place.Browser().Open($"/experiences/{sheet.Reference}")).TextContent);

        await (await author.Open($"/suivre/fiche/{sheet.Reference}/correction")).Form("Ouvrir mes textes").Send();
        await (await author.Open($"/deposer/fiche/{sheet.Reference}/essentiel")).Form("Enregistrer et continuer").Fill("Résumé facile à lire", "On a choisi ensemble.\nLe dîner est à sept heures.").Send();
        await (await author.Open($"/suivre/fiche/{sheet.Reference}/accord")).Form("Publier").Choose("Je suis d’accord pour publier cette page.").Send();
        var after = await author.Open($"/suivre/fiche/{sheet.Reference}");
        Assert.Contains("sur un texte d’avant", after.TextContent);
        Assert.DoesNotContain("Elle n’a pas dit quoi.", after.TextContent);
    }

    [Fact]
    public async Task Lets_authors_choose_another_picture_or_none_for_a_sentence()
    {
        var sheet = await place.Given.APublishedSheet(await place.Given.AnOpenCall(), "Un texte en images", a => a.Essentials.EasySummary = "On mange ensemble.\nOn vote le menu.");
        async Task<List<string?>> Pictures() => [.. (await place.Browser().Open($"/experiences/{sheet.Reference}/facile")).Document.QuerySelectorAll(".idea").Take(2).Select(i => i.QuerySelector("img")?.GetAttribute("src")?.Split('/')[^1].Split('.')[0])];
        Assert.Equal(["repas", "voter"], await Pictures());
        var author = await place.Given.AnAuthorOf(sheet);
        Assert.NotEqual(HttpStatusCode.NotFound, (await author.Open($"/deposer/fiche/{sheet.Reference}/lisibilite/image/1")).Status); // closed: leads to the follow-up page
        await (await author.Open($"/suivre/fiche/{sheet.Reference}/correction")).Form("Ouvrir mes textes").Send();
        var report = await author.Open($"/deposer/fiche/{sheet.Reference}/lisibilite");
        var choice = await report.Follow("Changer l’image : phrase 1");
        Assert.Contains("On mange ensemble.", choice.TextContent);
        Assert.All(choice.Document.QuerySelectorAll(".pictures input"), i => Assert.NotEmpty(Page.Text(choice.Document.QuerySelector($"label[for='{i.Id}']"))));
        Assert.Contains("phrase-1", (await choice.Form("Choisir cette image").Choose("café").Send()).Source);
        await (await author.Open($"/deposer/fiche/{sheet.Reference}/lisibilite/image/2")).Form("Choisir cette image").Choose("Pas d’image").Send();
        Assert.Contains("Choisir une image", (await author.Open($"/deposer/fiche/{sheet.Reference}/lisibilite")).TextContent);
        // Saving the step keeps what was chosen, and forgets it for a sentence that changes.
        await (await author.Open($"/deposer/fiche/{sheet.Reference}/essentiel")).Form("Enregistrer et continuer").Send();
        Assert.Equal(["repas", "voter"], await Pictures());
        await (await author.Open($"/suivre/fiche/{sheet.Reference}/accord")).Form("Publier").Choose("Je suis d’accord pour publier cette page.").Send();
        Assert.Equal(["cafe", null], await Pictures());
        Assert.Contains("/lib/pictograms/cafe.", (await place.Browser().Open($"/experiences/{sheet.Reference}/facile/page")).Source);

        await (await author.Open($"/suivre/fiche/{sheet.Reference}/correction")).Form("Ouvrir mes textes").Send();
        var (stale, odd) = ((await author.Open($"/deposer/fiche/{sheet.Reference}/lisibilite/image/1")).Form("Choisir cette image"), (await author.Open($"/deposer/fiche/{sheet.Reference}/lisibilite/image/99")));
        Assert.EndsWith("/lisibilite", odd.Path);
        await (await author.Open($"/deposer/fiche/{sheet.Reference}/essentiel")).Form("Enregistrer et continuer").Fill("Résumé facile à lire", "On mange ensemble le midi.\nOn vote le menu.").Send();
        var refused = await stale.Choose("jardin").Send();
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("Le texte a changé", refused.Errors[0]);
        await (await author.Open($"/suivre/fiche/{sheet.Reference}/accord")).Form("Publier").Choose("Je suis d’accord pour publier cette page.").Send();
        Assert.Equal(["repas", null], await Pictures());
    }

    [Fact]
    public void A_chosen_picture_belongs_to_its_sentence_and_to_the_fingerprint()
    {
        var lines = ChosenPictures.With(ChosenPictures.With([], "On mange.", "cafe"), "On vote = on décide.", ChosenPictures.None);
        Assert.Equal(["cafe", null, "jardin"], Pictograms.Beside(["on MANGE !", "On vote = on décide.", "On jardine."], lines));
        Assert.Equal(["repas", null, "jardin"], Pictograms.Beside(["On mange.", "On vote = on décide.", "On jardine."], ChosenPictures.With(lines, "On mange.", "")));
        Assert.Equal(["cafe = On mange."], ChosenPictures.Kept([.. lines, "inconnue = On mange.", "sans signe", ""], "On mange.\nOn dort."));
        SheetContent Of(params string[] pictures) => new() { Account = new() { Essentials = new() { Summary = "Un", EasySummary = "On mange.", EasyPictures = [.. pictures] } } };
        Assert.NotEqual(Of().EasyHash(), Of("cafe = On mange.").EasyHash());
        Assert.Equal(Of("a = b", "c = d").EasyHash(), Of("c = d", "a = b").EasyHash());
    }

    [Fact]
    public async Task Opens_to_concerned_readers_only()
    {
        var sheet = await place.Given.APublishedSheet(await place.Given.AnOpenCall());
        Assert.Equal(HttpStatusCode.NotFound, (await (await place.Given.APerson("Sans siège")).Open($"/experiences/{sheet.Reference}/relecture")).Status);
        Assert.Equal("/connexion", (await place.Browser().Open($"/experiences/{sheet.Reference}/relecture")).Path.Split('?')[0]);
    }

    [Fact]
    public void Says_nothing_of_a_text_that_is_not_there() => Assert.Equal(EasyState.None, EasyState.Of(new SheetContent(), []));
}
