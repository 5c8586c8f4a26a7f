using System.Net;
using Croisee.Data;
using Croisee.Experiences;
using Croisee.Journal;
using Croisee.People;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Croisee.Tests.Experiences;

public sealed class DepositTest(Place place) : IClassFixture<Place>
{
    async Task<string> AnOpenCall(string title)
    {
        return await place.Db(async db =>
        {
            var now = place.Clock.UtcNow();
            var organisation = await db.Organisations.FirstOrDefaultAsync(o => o.ParentId == null) ?? new Organisation("L’instance", OrganisationKind.Instance, null);
            if (organisation.Version == 0 && db.Entry(organisation).State is EntityState.Detached) { db.Organisations.Add(organisation); db.Record(now, Actor.System, Croisee.People.Acts.OrganisationCreated, organisation); }
            var call = new Call(organisation, title, now);
            call.Write(new CallBlocks { Why = new("Pour apprendre."), Goal = new("Recueillir."), Use = new("Être lues."), Contact = new("appels@example.org") });
            call.Ask(["CTX3_SOINS", "CTX2_ACCOMPAGNEMENT"], ["ORG_STRUCT_PRO", "ORG_PERSONNE"]);
            call.Schedule(place.Clock.ParisToday(), place.Clock.ParisToday().AddDays(10));
            call.Inform(new("le recueil", place.Clock.ParisToday().AddDays(200), "dpo@example.org"), now);
            call.Publish(now);
            db.Calls.Add(call);
            db.Record(now, Actor.System, Croisee.Experiences.Acts.CallCreated, call);
            await db.SaveChangesAsync();
            return call.Slug;
        });
    }

    static async Task<(Page Code, string Reference)> Begin(Browser browser, string slug)
    {
        var page = await browser.Open($"/deposer/{slug}");
        var code = await page.Form("Continuer").Choose("Oui", "Est-ce une action").Choose("Oui", "Des personnes").Choose("Oui", "Des professionnels").Choose("Personne à titre individuel").Choose("Une personne concernée").Send();
        Assert.Equal("Gardez ce code : il ouvre votre expérience", code.Heading);
        return (code, code.Path.Split('/')[3]);
    }

    static string CodeOf(Page page) => string.Join((char)45, page.Document.QuerySelectorAll(".secret b").Select(Page.Text));

    [Fact]
    public async Task Begins_with_a_code_that_reopens_the_draft_on_another_device()
    {
        var slug = await AnOpenCall("Un appel pour essayer");
        using var first = place.Browser();
        var (page, reference) = await Begin(first, slug);
        var code = CodeOf(page);
        using var second = place.Browser();
        var entered = await (await second.Open("/suivre")).Form("Voir où elle en est").Fill("Votre code", code.ToUpperInvariant().Replace('-', ' ')).Send();
        Assert.EndsWith("/deposer/fiche/" + reference, entered.Path);
    }

    [Fact]
    public async Task Gives_the_only_code_to_a_browser_that_lost_the_first_answer_while_nothing_is_written()
    {
        var slug = await AnOpenCall("Un appel à deux clics");
        using var browser = place.Browser();
        var form = (await browser.Open($"/deposer/{slug}")).Form("Continuer").Choose("Oui", "Est-ce une action").Choose("Oui", "Des personnes").Choose("Oui", "Des professionnels").Choose("Personne à titre individuel").Choose("Une personne concernée");
        var first = await form.Send(follow: false);
        foreach (var name in new[] { AuthorCookie.Name, AuthorCookie.CodeName }) browser.Forget(name);
        var page = await form.Send();
        Assert.Equal((first.Response.Headers.Location!.ToString(), "Gardez ce code : il ouvre votre expérience"), (page.Path, page.Heading));
        var reference = page.Path.Split('/')[3];
        using (var other = place.Browser()) Assert.EndsWith("/deposer/fiche/" + reference, (await (await other.Open("/suivre")).Form("Voir où elle en est").Fill("Votre code", CodeOf(page)).Send()).Path, StringComparison.Ordinal);

        // Written in, it is opened by its code alone, whoever sends the form again.
        await (await browser.Open($"/deposer/fiche/{reference}/essentiel")).Form("Enregistrer et continuer").Fill("Titre de l’expérience", "Un titre").Send();
        foreach (var name in new[] { AuthorCookie.Name, AuthorCookie.CodeName }) browser.Forget(name);
        Assert.Equal("/suivre", (await form.Send()).Path);
    }

    [Fact]
    public async Task Tells_who_is_not_eligible_where_to_go_and_writes_no_row()
    {
        var slug = await AnOpenCall("Un appel à plusieurs");
        using var browser = place.Browser();
        var before = await place.Db(db => db.Experiences.CountAsync());
        var page = await (await browser.Open($"/deposer/{slug}")).Form("Continuer").Choose("Non", "Est-ce une action").Choose("Oui", "Des personnes").Choose("Oui", "Des professionnels").Choose("Personne à titre individuel").Choose("Une personne concernée").Send();
        Assert.Equal("Une autre porte pour vous", page.Heading);
        Assert.Equal(before, await place.Db(db => db.Experiences.CountAsync()));
    }

    [Fact]
    public async Task Asks_who_carries_the_action_and_tells_whom_the_call_does_not_ask_where_to_go()
    {
        var slug = await AnOpenCall("Un appel à quelques-uns");
        using var browser = place.Browser();
        var before = await place.Db(db => db.Experiences.CountAsync());
        var page = await browser.Open($"/deposer/{slug}");
        Assert.Equal(["Structure professionnelle de soins ou d’accompagnement", "Personne à titre individuel", "Aucun de ceux-là"], page.Document.QuerySelectorAll("input[name='Form.Carrier'] + label").Select(Page.Text));
        Form Answered() => page.Form("Continuer").Choose("Oui", "Est-ce une action").Choose("Oui", "Des personnes").Choose("Oui", "Des professionnels").Choose("Une personne concernée");
        var silent = await Answered().Send();
        Assert.Equal((HttpStatusCode.BadRequest, "Choisissez une réponse."), (silent.Status, Assert.Single(silent.Errors)));
        Assert.Equal(HttpStatusCode.BadRequest, (await Answered().Set("Form.Carrier", "ORG_ASSO_USAGERS").Send()).Status);
        var elsewhere = await Answered().Choose("Aucun de ceux-là").Send();
        Assert.Equal("Une autre porte pour vous", elsewhere.Heading);
        Assert.Contains("s’adresse à d’autres", elsewhere.TextContent);
        Assert.Equal(before, await place.Db(db => db.Experiences.CountAsync()));
        // Answered here, it is not asked twice, and the code of a lost first answer is still given.
        var code = await Answered().Choose("Personne à titre individuel").Send();
        foreach (var name in new[] { AuthorCookie.Name, AuthorCookie.CodeName }) browser.Forget(name);
        Assert.Equal(code.Path, (await Answered().Choose("Personne à titre individuel").Send()).Path);
        var first = await browser.Open($"/deposer/fiche/{code.Path.Split('/')[3]}/structure");
        Assert.Equal("ORG_PERSONNE", first.Document.QuerySelector("input[name='Form.OrganisationType'][checked]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Refuses_beside_the_field_what_the_call_does_not_ask_and_keeps_what_was_told_before()
    {
        var slug = await AnOpenCall("Un appel qui ne demande pas tout");
        using var browser = place.Browser();
        var (_, reference) = await Begin(browser, slug);
        var (structure, setting) = ($"/deposer/fiche/{reference}/structure", $"/deposer/fiche/{reference}/cadre");
        const string Save = "Enregistrer et continuer";
        var refused = await (await browser.Open(structure)).Form(Save).Set("Form.OrganisationType", "ORG_ASSO_USAGERS").Fill("Nom de la structure", "Les amis").Send();
        Assert.Equal((HttpStatusCode.BadRequest, "Les amis"), (refused.Status, refused.Form(Save).Value("Nom de la structure")));
        Assert.Contains("ne s’adresse pas à ce type de structure", Page.Text(refused.Document.GetElementById("Form_OrganisationType-erreur")));
        var elsewhere = await (await browser.Open(setting)).Form(Save).Set("Form.Contexts", "CTX5_FORMATION").Send();
        Assert.Equal(HttpStatusCode.BadRequest, elsewhere.Status);
        Assert.Contains("ne porte pas sur ce contexte", Page.Text(elsewhere.Document.GetElementById("Form_Contexts-erreur")));
        // What a file brought, or the call asked for once, is saved again as it is.
        await place.Db(async db =>
        {
            var experience = await db.Experiences.Include(e => e.Steps).Include(e => e.Authors).SingleAsync(e => e.Reference == reference);
            experience.Steps.Single(s => s.Code == "structure").Write(new Croisee.Experiences.Answers.Structure { OrganisationType = "ORG_ASSO_USAGERS" }, experience.Authors[0].Id, place.Clock.UtcNow());
            experience.Steps.Single(s => s.Code == "cadre").Write(new Croisee.Experiences.Answers.Setting { Contexts = ["CTX5_FORMATION"] }, experience.Authors[0].Id, place.Clock.UtcNow());
            db.Record(place.Clock.UtcNow(), Actor.System, "donnee.de.test", experience);
            return await db.SaveChangesAsync();
        });
        Assert.Equal("L’essentiel", (await (await browser.Open(structure)).Form(Save).Fill("Nom de la structure", "Les amis").Send()).Heading);
        Assert.Equal("D’où vient l’idée ?", (await (await browser.Open(setting)).Form(Save).Choose("Lieu de soins").Send()).Heading);
    }

    [Fact]
    public async Task Counts_a_line_break_once_as_the_page_does()
    {
        var slug = await AnOpenCall("Un appel en paragraphes");
        using var browser = place.Browser();
        var (_, reference) = await Begin(browser, slug);
        var path = $"/deposer/fiche/{reference}/essentiel";
        var whole = string.Join("\n\n", Enumerable.Repeat(new string('a', 200), 5).Append(new string('b', 190)));
        Assert.Equal(1200, whole.Length);
        Task<Page> Send(Page page, string text) => page.Form("Enregistrer et continuer").Fill("Résumé", text.Replace("\n", "\r\n", StringComparison.Ordinal)).Send();
        Assert.Equal("Où et quand", (await Send(await browser.Open(path), whole)).Heading);
        var kept = await place.Db(db => db.Experiences.AsNoTracking().Include(e => e.Steps).SingleAsync(e => e.Reference == reference));
        Assert.Equal(whole, kept.Steps.Single(s => s.Code == "essentiel").Read<Croisee.Experiences.Answers.Essentials>().Summary);
        Assert.Equal(HttpStatusCode.BadRequest, (await Send(await browser.Open(path), whole + "c")).Status);
    }

    [Fact]
    public async Task Saves_each_step_even_unfinished_and_shows_it_again()
    {
        var slug = await AnOpenCall("Un appel en étapes");
        using var browser = place.Browser();
        var (_, reference) = await Begin(browser, slug);
        var step = await browser.Open($"/deposer/fiche/{reference}/essentiel");
        var next = await step.Form("Enregistrer et continuer").Fill("Titre de l’expérience", "Un goûter pour décider 🙂").Send();
        Assert.Equal("Où et quand", next.Heading);
        var again = await browser.Open($"/deposer/fiche/{reference}/essentiel");
        Assert.Equal("Un goûter pour décider 🙂", again.Form("Enregistrer et continuer").Value("Titre de l’expérience"));
        Assert.Contains("À compléter", (await browser.Open($"/deposer/fiche/{reference}")).TextContent);
    }

    [Fact]
    public async Task Refuses_a_title_too_long_beside_the_field_and_keeps_it()
    {
        var slug = await AnOpenCall("Un appel aux titres courts");
        using var browser = place.Browser();
        var (_, reference) = await Begin(browser, slug);
        var longTitle = new string('a', 151);
        var page = await (await browser.Open($"/deposer/fiche/{reference}/essentiel")).Form("Enregistrer et continuer").Fill("Titre de l’expérience", longTitle).Send();
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Equal(["C’est trop long : 150 caractères au plus."], page.Errors);
        Assert.Equal(longTitle, page.Form("Enregistrer et continuer").Value("Titre de l’expérience"));
    }

    [Fact]
    public async Task Warns_of_traces_marks_them_and_removes_them_when_asked()
    {
        var slug = await AnOpenCall("Un appel discret");
        using var browser = place.Browser();
        var (_, reference) = await Begin(browser, slug);
        var warned = await (await browser.Open($"/deposer/fiche/{reference}/origine")).Form("Enregistrer et continuer")
            .Fill("Racontez le constat", "Notre voisine Mme Lebrun, diabétique, a proposé un repas partagé.").Send();
        Assert.Contains("peuvent faire reconnaître quelqu’un", warned.TextContent);
        Assert.Contains(warned.Document.QuerySelectorAll("mark"), m => m.TextContent.Contains("Lebrun"));
        place.Clock.Advance(TimeSpan.FromHours(1));
        var from = place.Clock.UtcNow();
        var cleaned = await warned.Form("Remplacer pour moi").Send();
        // A draft that somebody works on is not one that nobody touched.
        Assert.InRange(await place.Db(db => db.Experiences.Where(e => e.Reference == reference).Select(e => e.TouchedAt).SingleAsync()), from, place.Clock.UtcNow());
        var kept = cleaned.Form("Enregistrer et continuer").Value("Racontez le constat")!;
        Assert.DoesNotContain("Lebrun", kept);
        Assert.Contains("a proposé un repas partagé", kept);
        Assert.Empty(cleaned.Document.QuerySelectorAll("mark"));
    }

    [Fact]
    public async Task Shows_both_texts_when_two_authors_write_the_same_step()
    {
        var slug = await AnOpenCall("Un appel à quatre mains");
        using var one = place.Browser();
        var (page, reference) = await Begin(one, slug);
        using var two = place.Browser();
        await (await two.Open("/suivre")).Form("Voir où elle en est").Fill("Votre code", CodeOf(page)).Send();
        var mine = await one.Open($"/deposer/fiche/{reference}/essentiel");
        var theirs = await two.Open($"/deposer/fiche/{reference}/essentiel");
        await theirs.Form("Enregistrer et continuer").Fill("Titre de l’expérience", "Le titre de l’autre").Send();
        var conflict = await mine.Form("Enregistrer et continuer").Fill("Titre de l’expérience", "Mon titre").Send();
        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        Assert.Contains("Le titre de l’autre", conflict.TextContent);
        Assert.Equal("Mon titre", conflict.Form("Enregistrer et continuer").Value("Titre de l’expérience"));
        var after = await conflict.Form("Enregistrer et continuer").Send();
        Assert.Equal("Où et quand", after.Heading);
    }

    [Fact]
    public async Task Begins_one_draft_when_the_same_form_is_sent_eight_times_at_once()
    {
        var slug = await AnOpenCall("Un appel au double clic");
        using var browser = place.Browser();
        var page = await browser.Open($"/deposer/{slug}");
        var before = await place.Db(db => db.Experiences.CountAsync());
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => page.Form("Continuer").Choose("Oui", "Est-ce une action").Choose("Oui", "Des personnes").Choose("Oui", "Des professionnels").Choose("Personne à titre individuel").Choose("Une personne concernée").Send(follow: false)));
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.Found, a.Status));
        Assert.Equal(before + 1, await place.Db(db => db.Experiences.CountAsync()));
    }

    [Fact]
    public async Task Asks_for_a_code_alike_whether_the_experience_exists_or_not()
    {
        var slug = await AnOpenCall("Un appel fermé aux curieux");
        using var author = place.Browser();
        var (_, reference) = await Begin(author, slug);
        using var stranger = place.Browser();
        var existing = await stranger.Open($"/deposer/fiche/{reference}", follow: false);
        var absent = await stranger.Open("/deposer/fiche/zzzzzzzz", follow: false);
        Assert.Equal(existing.Status, absent.Status);
        Assert.Equal(existing.Response.Headers.Location, absent.Response.Headers.Location);
    }
}
