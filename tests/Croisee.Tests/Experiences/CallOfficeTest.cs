using System.Net;
using Croisee.Data;
using Croisee.Experiences;
using Croisee.Journal;
using Croisee.People;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Croisee.Tests.Experiences;

/// <summary>An organiser writes a call, opens it when nothing is missing, and prolongs it for a reason that everyone reads.</summary>
public sealed class CallOfficeTest(Place place) : IClassFixture<Place>
{
    [Fact]
    public async Task Writes_a_call_refuses_to_open_it_incomplete_then_opens_it()
    {
        var organisation = await place.Given.AnOrganisation("Agence fictive");
        using var nadia = await place.Given.APerson("Nadia", Role.Organiser, organisation);
        var content = await (await nadia.Open("/bureau/appels/nouveau")).Form("Commencer").Fill("Titre de l’appel", "Décider ensemble de l’assiette").Send();
        Assert.Equal("Contenu de l’appel", content.Heading);
        var slug = content.Path.Split('/')[3];
        using var anyone = place.Browser();
        Assert.Equal(HttpStatusCode.NotFound, (await anyone.Open($"/appels/{slug}")).Status);

        var overview = await nadia.Open($"/bureau/appels/{slug}");
        Assert.Contains("Il manque 10 choses avant d’ouvrir", overview.TextContent);
        var refused = await (await nadia.Open($"/bureau/appels/{slug}/ouverture")).Form("Rendre l’appel public").Send();
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("Écrivez l’objectif du recueil.", refused.Errors);
        // Like every other summary: said at once, and where the focus goes.
        Assert.Equal(("alert", "-1", true), (refused.Document.QuerySelector(".error-summary")!.GetAttribute("role"), refused.Document.QuerySelector(".error-summary")!.GetAttribute("tabindex"), refused.Document.QuerySelector(".error-summary")!.HasAttribute("autofocus")));

        var written = await content.Form("Enregistrer").Fill("Pourquoi contribuer ?", "Parce que **manger** est une décision.").Fill("Pourquoi contribuer ? – en facile à lire", "On mange tous les jours.\nQui décide ?")
            .Fill("Objectif du recueil", "Recueillir des façons de décider.").Fill("Qui peut répondre ?", "Toute équipe.").Fill("À quoi va servir la contribution ?", "Un groupe lit tout.").Fill("Pour plus d’informations", "appel@example.org").Send();
        Assert.Contains("Les textes sont enregistrés.", written.TextContent);
        await (await nadia.Open($"/bureau/appels/{slug}/qui")).Form("Enregistrer").Choose("Lieu de soins").Choose("Association d’usagers").Send();
        var dates = await (await nadia.Open($"/bureau/appels/{slug}/dates")).Form("Enregistrer").Fill("Premier jour", "15/03/2027").Fill("Dernier jour, inclus", "2027-05-31").Send();
        Assert.Contains("Les dates sont enregistrées.", dates.TextContent);
        Assert.Matches("Notice facile à lire · phrases simples : [0-9]+ sur [0-9]+", (await nadia.Open($"/bureau/appels/{slug}/donnees")).TextContent);
        var notice = await (await nadia.Open($"/bureau/appels/{slug}/donnees")).Form("Enregistrer").Fill("Pendant quels travaux", "l’écriture du guide").Fill("Ces travaux finissent le", "31/12/2028").Fill("Adresse de la personne", "dpo@example.org").Send();
        Assert.Contains("pendant l’écriture du guide", notice.TextContent);
        await (await nadia.Open($"/bureau/appels/{slug}/questions")).Form("Ajouter").Fill("Question", "Qui fait la cuisine ?").Choose("Un texte").Send();

        var preview = await nadia.Open($"/bureau/appels/{slug}/apercu");
        var opened = await (await nadia.Open($"/bureau/appels/{slug}/ouverture")).Form("Rendre l’appel public").Send();
        Assert.Contains("L’appel est public.", opened.TextContent);

        var page = await anyone.Open($"/appels/{slug}");
        Assert.Equal("Décider ensemble de l’assiette", page.Heading);
        Assert.Contains("Vous pouvez répondre jusqu’au lundi 31 mai 2027 inclus.", page.TextContent);
        Assert.Equal($"/deposer/{slug}", page.Link("Répondre à l’appel").GetAttribute("href"));
        Assert.Equal(page.Document.QuerySelector("main .side")!.InnerHtml, preview.Document.QuerySelector("main .side")!.InnerHtml);
        var step = await nadia.Open($"/bureau/appels/{slug}/apercu/depot");
        Assert.Equal(Questions(await anyone.Open($"/deposer/{slug}")), Questions(step));

        static List<string> Questions(Page p) => [.. p.Document.QuerySelectorAll("main form legend, main form label").Select(Page.Text)];
    }

    [Fact]
    public async Task Makes_one_call_of_a_form_sent_many_times()
    {
        using var nadia = await place.Given.APerson("Nadia", Role.Organiser, await place.Given.AnOrganisation("Agence fictive"));
        var form = (await nadia.Open("/bureau/appels/nouveau")).Form("Commencer").Fill("Titre de l’appel", "Un seul appel");
        var made = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => form.Send(follow: false)));
        Assert.Single(made.Select(p => p.Response.Headers.Location!.ToString()).Distinct());
        Assert.Equal(1, await place.Db(db => { var calls = db.Calls; return calls.CountAsync(c => c.Title == "Un seul appel"); }));
    }

    [Fact]
    public async Task Erases_a_call_that_was_never_public_with_the_group_chosen_for_it()
    {
        var organisation = await place.Given.AnOrganisation();
        var call = await place.Given.ACallBeingWritten(organisation, "Un appel laissé");
        await place.Given.ItReadsFor(await place.Given.AGroupOf(organisation, 2, 2), call);
        using var nadia = await place.Given.APerson("Nadia", Role.Organiser, organisation);
        using var stranger = await place.Given.APerson("Autre", Role.Organiser, await place.Given.AnOrganisation());
        var path = $"/bureau/appels/{call.Slug}/supprimer";
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Open(path)).Status);
        Assert.Equal(path, (await nadia.Open($"/bureau/appels/{call.Slug}")).Link("Supprimer cet appel").GetAttribute("href"));
        var ask = await nadia.Open(path);
        Assert.Equal($"/bureau/appels/{call.Slug}", ask.Link("Non, garder").GetAttribute("href"));
        var list = await ask.Form("Oui, supprimer l’appel").Send();
        Assert.Equal("/bureau/appels", list.Path);
        Assert.Contains("L’appel est supprimé.", list.TextContent);
        Assert.DoesNotContain("Un appel laissé", list.TextContent);
        Assert.Equal(HttpStatusCode.NotFound, (await nadia.Open(path)).Status);
        Assert.Equal(1, await place.Db(db => db.JournalEntries.CountAsync(e => e.SubjectId == call.Id && e.Act == Croisee.Experiences.Acts.CallErased)));
    }

    [Fact]
    public async Task Keeps_a_call_that_was_public_or_holds_an_experience()
    {
        var organisation = await place.Given.AnOrganisation();
        var (open, holding) = (await place.Given.AnOpenCall(organisation), await place.Given.ACallBeingWritten(organisation, "Un appel qui contient"));
        using var nadia = await place.Given.APerson("Nadia", Role.Organiser, organisation);
        Assert.DoesNotContain("Supprimer cet appel", (await nadia.Open($"/bureau/appels/{open.Slug}")).TextContent);
        Assert.Equal(HttpStatusCode.NotFound, (await nadia.Open($"/bureau/appels/{open.Slug}/supprimer")).Status);
        var seen = (await nadia.Open($"/bureau/appels/{holding.Slug}/supprimer")).Form("Oui, supprimer l’appel");
        await place.Db(async db =>
        {
            var experience = new Experience(await db.Calls.SingleAsync(c => c.Id == holding.Id), "SAI_EN_LIGNE", null, place.Clock.UtcNow());
            db.Experiences.Add(experience);
            db.Record(place.Clock.UtcNow(), Actor.System, Croisee.Experiences.Acts.Begun, experience);
            return await db.SaveChangesAsync();
        });
        Assert.Equal(HttpStatusCode.NotFound, (await seen.Send()).Status);
        Assert.DoesNotContain("Supprimer cet appel", (await nadia.Open($"/bureau/appels/{holding.Slug}")).TextContent);
        Assert.True(await place.Db(db => db.Calls.AnyAsync(c => c.Id == holding.Id)));
    }

    [Fact]
    public async Task Prolongs_with_a_reason_that_everyone_reads_and_the_journal_keeps()
    {
        var organisation = await place.Given.AnOrganisation();
        var call = await place.Given.AnOpenCall(organisation, closesOn: place.Clock.ParisToday().AddDays(10));
        using var nadia = await place.Given.APerson("Nadia", Role.Organiser, organisation);
        var form = await nadia.Open($"/bureau/appels/{call.Slug}/prolongation");
        var without = await form.Form("Prolonger").Fill("Nouveau dernier jour, inclus", "30/06/2027").Send();
        Assert.Equal(["Écrivez la raison : tout le monde la lira."], without.Errors);
        Assert.Equal("30/06/2027", without.Form("Prolonger").Value("Nouveau dernier jour, inclus"));
        var earlier = await without.Form("Prolonger").Fill("Nouveau dernier jour, inclus", "16/03/2027").Fill("Raison, que tout le monde lira", "vacances scolaires").Send();
        Assert.Contains("au-delà du 25 mars 2027", Assert.Single(earlier.Errors));
        var done = await earlier.Form("Prolonger").Fill("Nouveau dernier jour, inclus", "30/06/2027").Send();
        Assert.Contains("Nadia a prolongé l’appel. Raison : vacances scolaires", done.TextContent);
        using var anyone = place.Browser();
        var page = await anyone.Open($"/appels/{call.Slug}");
        Assert.Contains("jusqu’au mercredi 30 juin 2027 inclus", page.TextContent);
        Assert.Contains("du 25 mars 2027 au 30 juin 2027 inclus. Raison : vacances scolaires", page.TextContent);
        Assert.Contains("vacances scolaires", (await anyone.Open($"/appels/{call.Slug}?lecture=facile")).TextContent);
    }

    [Fact]
    public async Task Keeps_both_texts_when_two_organisers_write_at_once()
    {
        var organisation = await place.Given.AnOrganisation();
        var call = await place.Given.ACallBeingWritten(organisation);
        using var nadia = await place.Given.APerson("Nadia", Role.Organiser, organisation);
        using var karim = await place.Given.APerson("Karim", Role.Organiser, organisation);
        var (hers, his) = (await nadia.Open($"/bureau/appels/{call.Slug}/contenu"), await karim.Open($"/bureau/appels/{call.Slug}/contenu"));
        await hers.Form("Enregistrer").Fill("Objectif du recueil", "Le but selon Nadia").Send();
        var conflict = await his.Form("Enregistrer").Fill("Objectif du recueil", "Le but selon Karim").Send();
        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        Assert.Contains("Le but selon Nadia", conflict.TextContent);
        Assert.Equal("Le but selon Karim", conflict.Form("Enregistrer").Value("Objectif du recueil")!.Trim());
        Assert.Equal(HttpStatusCode.OK, (await conflict.Form("Enregistrer").Send()).Status);
        Assert.Equal("Le but selon Karim", (await place.Db(db => db.Calls.AsNoTracking().SingleAsync(c => c.Id == call.Id))).Blocks.Goal.Text);
    }

    [Fact]
    public async Task Corrects_and_removes_a_question()
    {
        var organisation = await place.Given.AnOrganisation();
        var call = await place.Given.ACallBeingWritten(organisation);
        using var nadia = await place.Given.APerson("Nadia", Role.Organiser, organisation);
        var list = await (await nadia.Open($"/bureau/appels/{call.Slug}/questions")).Form("Ajouter").Fill("Question", "Qui desside ?").Choose("Une ligne ou deux").Send();
        list = await (await list.Follow("Qui desside ?")).Form("Enregistrer").Fill("Question", "Qui décide ?").Send();
        var removed = await (await (await list.Follow("Qui décide ?")).Follow("Retirer cette question")).Form("Retirer la question").Send();
        Assert.DoesNotContain("Qui décide ?", removed.TextContent);
        Assert.Equal(0, await place.Db(db => db.Set<CallQuestion>().CountAsync(q => q.CallId == call.Id)));
    }

    [Fact]
    public async Task A_changed_notice_is_a_new_version_and_the_old_one_stays_readable()
    {
        var organisation = await place.Given.AnOrganisation("Organisme lisible");
        var call = await place.Given.AnOpenCall(organisation);
        using var nadia = await place.Given.APerson("Nadia", Role.Organiser, organisation);
        var saved = await (await nadia.Open($"/bureau/appels/{call.Slug}/donnees")).Form("Enregistrer").Fill("Pendant quels travaux", "la relecture du guide").Send();
        Assert.Empty(saved.Errors);
        using var anyone = place.Browser();
        var now = await anyone.Open($"/appels/{call.Slug}/donnees-personnelles");
        Assert.Contains("pendant la relecture du guide", now.TextContent);
        Assert.Contains("Version 2 de cette notice", now.TextContent);
        var before = await now.Follow("Version 1");
        Assert.Contains("pendant l’écriture de la recommandation", before.TextContent);
        Assert.Contains("C’est une version ancienne", before.TextContent);
        foreach (var right in new[] { "voir vos données", "corriger", "effacer", "limiter l’usage", "vous opposer", "CNIL", "dpo@example.org" }) Assert.Contains(right, now.TextContent);
        Assert.Contains("Vous pouvez dire : effacez mes informations.", (await anyone.Open($"/appels/{call.Slug}/donnees-personnelles?lecture=facile")).TextContent);
    }

    [Fact]
    public async Task Finds_what_was_received_by_state_and_by_title_without_any_contact_data()
    {
        var organisation = await place.Given.AnOrganisation();
        var call = await place.Given.AnOpenCall(organisation);
        var kitchen = await place.Given.ASubmittedExperience(call, "Une cuisine partagée à l’été");
        await place.Given.ASubmittedExperience(call, "Les mots du service");
        await place.Given.ADraft(call);
        await place.Given.ItPassed(kitchen, ExperienceState.Admissible);
        using var nadia = await place.Given.APerson("Nadia", Role.Moderator, organisation);
        var all = await nadia.Open($"/bureau/appels/{call.Slug}/recus");
        Assert.Contains("2 expériences.", all.TextContent);
        var found = await all.Form("Afficher").Fill("Mots du titre", "ÉTE").Send();
        Assert.Equal(["Une cuisine partagée à l’été"], found.Document.QuerySelectorAll("tbody th").Select(Page.Text));
        var sent = await all.Form("Afficher").Select("État", "Soumise").Send();
        Assert.Equal(["Les mots du service"], sent.Document.QuerySelectorAll("tbody th").Select(Page.Text));
        var one = await found.Follow("Une cuisine partagée à l’été");
        Assert.Contains("Quatre réunions, puis un vote à main levée.", one.TextContent);
        Assert.Contains("Soumise → Recevable", one.TextContent);
    }
}
