using System.Net;
using Croisee.Data;
using Croisee.Experiences;
using Croisee.Journal;
using Croisee.People;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Croisee.Tests.Experiences;

/// <summary>Who holds a code: given, taken back, sent, signed with.</summary>
public sealed class CodesOfAuthorsTest(RoamingPlace place) : IClassFixture<RoamingPlace>
{
    async Task<(GivenDraft Mine, Browser Theirs, string TheirCode)> TwoAuthors()
    {
        var mine = await place.Given.ADraft(await place.Given.AnOpenCall());
        var shown = await (await mine.Browser.Open($"/deposer/fiche/{mine.Reference}/auteurs")).Form("Faire un code pour cette personne").Choose("Un professionnel").Send();
        var code = string.Join('-', shown.Document.QuerySelectorAll(".secret b").Select(Page.Text));
        var theirs = place.Browser();
        await (await theirs.Open("/suivre")).Form("Voir où elle en est").Fill("Votre code", code).Send();
        return (mine, theirs, code);
    }

    static async Task<Page> Sign(Browser browser, string reference) => await (await browser.Open($"/deposer/fiche/{reference}/signer")).Form("Signer").Choose("J’ai lu tout le texte et je le signe.").Send();

    [Fact]
    public async Task Takes_back_a_code_its_signature_and_its_place()
    {
        var (mine, theirs, code) = await TwoAuthors();
        await Sign(mine.Browser, mine.Reference);
        await Sign(theirs, mine.Reference);
        var list = await mine.Browser.Open($"/deposer/fiche/{mine.Reference}/auteurs");
        Assert.Contains("Signée", list.TextContent);
        var other = list.Document.QuerySelectorAll("a[href$='/retrait']").Last().GetAttribute("href")!;
        var after = await (await mine.Browser.Open(other)).Form("Retirer ce code").Send();
        Assert.Contains("il n’ouvre plus rien", after.TextContent);
        Assert.DoesNotContain("Professionnel·le", Page.Text(after.Document.QuerySelector("table")));

        Assert.Equal("/suivre", (await theirs.Open($"/deposer/fiche/{mine.Reference}/essentiel")).Path);
        var entering = await (await place.Browser().Open("/suivre")).Form("Voir où elle en est").Fill("Votre code", code).Send();
        Assert.Equal(HttpStatusCode.BadRequest, entering.Status);
        Assert.Contains("1 sur 2", (await mine.Browser.Open($"/deposer/fiche/{mine.Reference}")).TextContent);
        Assert.Contains(Croisee.Experiences.Acts.AuthorEnded, await ActsOn(mine.Reference));
        // The only code left stays.
        Assert.DoesNotContain("Retirer ce code", after.TextContent);
        var mineAlone = await place.Db(db => db.Authors.Where(a => a.Experience.Reference == mine.Reference && a.EndedAt == null).Select(a => a.Id).SingleAsync());
        var refused = await (await mine.Browser.Open($"/deposer/fiche/{mine.Reference}/auteurs/{mineAlone}/retrait")).Form("Retirer ce code").Send();
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("seul code", refused.Errors[0]);
    }

    [Fact]
    public async Task Lets_the_second_person_on_one_device_write_and_sign_as_themselves()
    {
        var (mine, theirs, code) = await TwoAuthors();
        theirs.Dispose();
        await (await mine.Browser.Open("/suivre")).Form("Voir où elle en est").Fill("Votre code", code).Send();
        await (await mine.Browser.Open($"/deposer/fiche/{mine.Reference}/essentiel")).Form("Enregistrer et continuer").Fill("Résumé", "À deux sur un téléphone.").Send();
        await Sign(mine.Browser, mine.Reference);
        var authors = await place.Db(db => db.Authors.AsNoTracking().Where(a => a.Experience.Reference == mine.Reference).ToListAsync());
        var second = authors.Single(a => a.SignedAt is not null);
        Assert.Equal(Voice.Professional, second.Voice);
        Assert.Equal(second.Id, await place.Db(db => db.DepositSteps.Where(s => s.Code == "essentiel" && s.ExperienceId == second.ExperienceId).Select(s => s.SavedBy).SingleAsync()));
    }

    /// <summary>A code that somebody else read: the new one closes every browser that the former one opened, at once (S16).</summary>
    [Fact]
    public async Task Puts_out_whoever_came_in_with_the_former_code()
    {
        var call = await place.Given.AnOpenCall();
        var (mine, ofThief) = (await place.Given.ADraft(call), await place.Given.ADraft(call));
        var thief = ofThief.Browser;
        await (await thief.Open("/suivre")).Form("Voir où elle en est").Fill("Votre code", mine.Code).Send();
        var path = $"/deposer/fiche/{mine.Reference}/essentiel";
        Assert.Equal(path, (await thief.Open(path)).Path);
        place.Clock.Advance(TimeSpan.FromMinutes(1));
        var shown = await (await mine.Browser.Open($"/deposer/fiche/{mine.Reference}/nouveau-code")).Form("Oui, faire un nouveau code").Send();
        // Another code of theirs makes their cookie newer, not what it holds of this one.
        await (await thief.Open("/suivre")).Form("Voir où elle en est").Fill("Votre code", ofThief.Code).Send();
        Assert.Equal("/suivre", (await thief.Open(path)).Path);
        Assert.Equal("/suivre", (await thief.Open($"/suivre/fiche/{mine.Reference}")).Path);
        Assert.DoesNotContain(mine.Reference, (await thief.Open("/suivre")).Source);
        Assert.Contains(ofThief.Reference, (await thief.Open("/suivre")).Source);
        // Who renewed it goes on, here and where the new code is typed.
        Assert.Equal(path, (await mine.Browser.Open(path)).Path);
        using var other = place.Browser();
        await (await other.Open("/suivre")).Form("Voir où elle en est").Fill("Votre code", string.Join('-', shown.Document.QuerySelectorAll(".secret b").Select(Page.Text))).Send();
        Assert.Equal(path, (await other.Open(path)).Path);
    }

    [Fact]
    public async Task Puts_out_whoever_used_a_code_that_another_author_made_anew()
    {
        var (mine, theirs, _) = await TwoAuthors();
        var path = $"/deposer/fiche/{mine.Reference}/essentiel";
        Assert.Equal(path, (await theirs.Open(path)).Path);
        place.Clock.Advance(TimeSpan.FromMinutes(1));
        var holder = await place.Db(db => db.Authors.Where(a => a.Experience.Reference == mine.Reference && a.Voice == Voice.Professional).Select(a => a.Id).SingleAsync());
        var shown = await (await mine.Browser.Open($"/deposer/fiche/{mine.Reference}/auteurs/{holder}/code")).Form("Refaire ce code").Send();
        Assert.Equal("/suivre", (await theirs.Open(path)).Path);
        await (await theirs.Open("/suivre")).Form("Voir où elle en est").Fill("Votre code", string.Join('-', shown.Document.QuerySelectorAll(".secret b").Select(Page.Text))).Send();
        Assert.Equal(path, (await theirs.Open(path)).Path);
        Assert.Equal(path, (await mine.Browser.Open(path)).Path);
    }

    [Fact]
    public async Task Makes_one_code_of_a_form_sent_twice_and_the_last_one_shown_opens()
    {
        var mine = await place.Given.ADraft(await place.Given.AnOpenCall());
        var form = (await mine.Browser.Open($"/deposer/fiche/{mine.Reference}/auteurs")).Form("Faire un code pour cette personne").Choose("Un professionnel");
        await form.Send(follow: false);
        // The first answer never arrived.
        mine.Browser.Forget(AuthorCookie.CodeName);
        var shown = await form.Send();
        Assert.Equal(2, await place.Db(db => db.Authors.CountAsync(a => a.Experience.Reference == mine.Reference)));
        var code = string.Join('-', shown.Document.QuerySelectorAll(".secret b").Select(Page.Text));
        Assert.EndsWith("/deposer/fiche/" + mine.Reference, (await (await place.Browser().Open("/suivre")).Form("Voir où elle en est").Fill("Votre code", code).Send()).Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Frees_the_place_of_a_code_that_was_taken_back()
    {
        var mine = await place.Given.ADraft(await place.Given.AnOpenCall());
        var path = $"/deposer/fiche/{mine.Reference}/auteurs";
        for (var i = 1; i < Author.Most; i++) await (await mine.Browser.Open(path)).Form("Faire un code pour cette personne").Choose("Un professionnel").Send();
        Assert.Equal(HttpStatusCode.BadRequest, (await (await mine.Browser.Open(path)).Form("Faire un code pour cette personne").Choose("Un professionnel").Send()).Status);
        await (await mine.Browser.Open((await mine.Browser.Open(path)).Document.QuerySelectorAll("a[href$='/retrait']").Last().GetAttribute("href")!)).Form("Retirer ce code").Send();
        Assert.EndsWith("/code", (await (await mine.Browser.Open(path)).Form("Faire un code pour cette personne").Choose("Un professionnel").Send()).Path);
    }

    [Fact]
    public async Task Takes_back_a_code_after_sending_too()
    {
        var given = await place.Given.ASubmittedExperience(await place.Given.AnOpenCall());
        var code = SpokenCode.New();
        await place.Db(async db =>
        {
            var experience = await db.Experiences.Include(e => e.Authors).SingleAsync(e => e.Id == given.Id);
            db.Authors.Add(experience.Invite(Voice.Professional, SpokenCode.Hash(SpokenCode.Read(code)!), place.Clock.UtcNow()));
            db.Record(place.Clock.UtcNow(), Actor.System, "donnee.de.test", experience);
            return await db.SaveChangesAsync();
        });
        using var author = await place.Given.AnAuthorOf(given);
        var list = await (await author.Open($"/suivre/fiche/{given.Reference}")).Follow("Voir qui a un code, en refaire un, en retirer un");
        Assert.DoesNotContain("Faire un code pour cette personne", list.TextContent);
        await (await author.Open(list.Document.QuerySelectorAll("a[href$='/retrait']").Last().GetAttribute("href")!)).Form("Retirer ce code").Send();
        var entering = await (await place.Browser().Open("/suivre")).Form("Voir où elle en est").Fill("Votre code", code).Send();
        Assert.Equal(HttpStatusCode.BadRequest, entering.Status);
    }

    [Fact]
    public async Task Refuses_to_sign_a_text_that_changed_since_it_was_shown()
    {
        var (mine, theirs, _) = await TwoAuthors();
        var page = await theirs.Open($"/deposer/fiche/{mine.Reference}/signer");
        await (await mine.Browser.Open($"/deposer/fiche/{mine.Reference}/essentiel")).Form("Enregistrer et continuer").Fill("Résumé", "Un récit jamais vu").Send();
        var refused = await page.Form("Signer").Choose("J’ai lu tout le texte et je le signe.").Send();
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("Le texte a changé", refused.Errors[0]);
        Assert.Contains("Un récit jamais vu", refused.TextContent);
        Assert.Equal(0, await place.Db(db => db.Authors.CountAsync(a => a.Experience.Reference == mine.Reference && a.SignedAt != null)));
        Assert.Contains("Votre signature est enregistrée.", (await refused.Form("Signer").Choose("J’ai lu tout le texte et je le signe.").Send()).TextContent);
    }

    [Fact]
    public async Task Sends_a_code_a_few_times_an_hour_and_no_more()
    {
        var mine = await place.Given.ADraft(await place.Given.AnOpenCall());
        var path = $"/deposer/fiche/{mine.Reference}/code";
        for (var i = 0; i < Croisee.Experiences.Deposit.CodeModel.PerHour; i++)
            Assert.Contains("Le code est parti", (await (await mine.Browser.Open(path)).Form("Envoyer le code à cette adresse").Fill("Le recevoir par courriel", $"voisin{i}@example.org").Send()).TextContent);
        var refused = await (await mine.Browser.Open(path)).Form("Envoyer le code à cette adresse").Fill("Le recevoir par courriel", "victime@example.org").Send();
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("5 fois en une heure", refused.Errors[0]);
        Assert.Empty(await place.MailsTo("victime@example.org"));
        Assert.Single(await place.MailsTo("voisin0@example.org"));
        Assert.Equal(5, (await ActsOn(mine.Reference)).Count(a => a == Croisee.Experiences.Acts.CodeSent));
        Assert.False(await place.Db(db => db.JournalEntries.AnyAsync(e => e.Act == Croisee.Experiences.Acts.CodeSent && e.Reason != null)));
    }

    [Fact]
    public async Task Forgets_the_erased_draft_alone_and_says_what_closing_closes()
    {
        var call = await place.Given.AnOpenCall();
        var first = await place.Given.ADraft(call);
        var second = await place.Given.ADraft(call);
        await (await first.Browser.Open("/suivre")).Form("Voir où elle en est").Fill("Votre code", second.Code).Send();
        Assert.Contains("L’autre expérience ouverte ici se ferme aussi.", (await first.Browser.Open($"/deposer/fiche/{first.Reference}/quitter")).TextContent);
        await (await first.Browser.Open($"/deposer/fiche/{first.Reference}/effacer")).Form("Oui, tout effacer").Send();
        Assert.Equal($"/deposer/fiche/{second.Reference}", (await first.Browser.Open($"/deposer/fiche/{second.Reference}")).Path);
        Assert.Equal("/suivre", (await first.Browser.Open($"/deposer/fiche/{first.Reference}")).Path);
    }

    Task<List<string>> ActsOn(string reference) => place.Db(async db =>
    {
        var id = await db.Experiences.Where(e => e.Reference == reference).Select(e => e.Id).SingleAsync();
        return await db.JournalEntries.Where(e => e.SubjectId == id).Select(e => e.Act).ToListAsync();
    });
}
