using System.Net;
using Croisee.Data;
using Croisee.Journal;
using Croisee.Mail;
using Croisee.Office;
using Croisee.People;
using Croisee.Tests.People;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Xunit;

namespace Croisee.Tests.Office;

public sealed class OfficeTest(Place place) : IClassFixture<Place>
{
    [Fact]
    public async Task Adds_a_structure_describes_it_and_refuses_a_wrong_finess()
    {
        using var browser = await Administrator("structures@example.org", await place.Root());
        var list = await browser.Open("/bureau/structures");
        var form = (await list.Follow("Ajouter une structure")).Form("Ajouter").Fill("Nom", "CHRS du Port").Choose("Établissement").Select("Elle dépend de", (await place.Root()).Name);
        var refused = await form.Fill("Numéro FINESS (facultatif)", "12").Send();
        Assert.Equal(["Un numéro FINESS a 9 signes, par exemple 990000001."], refused.Errors);
        var page = await refused.Form("Ajouter").Fill("Numéro FINESS (facultatif)", "99 000 0001").Send();
        Assert.Equal("CHRS du Port", page.Heading);
        var renamed = await page.Form("Enregistrer").Fill("Nom", "CHRS du Vieux-Port").Send();
        Assert.Equal("CHRS du Vieux-Port", renamed.Heading);
        var organisation = await place.Db(db => db.Organisations.SingleAsync(o => o.Name == "CHRS du Vieux-Port"));
        Assert.Equal("990000001", organisation.Finess);
        Assert.Equal([Acts.OrganisationCreated, Acts.OrganisationChanged], await place.ActsOn(organisation.Id));
        Assert.Equal(HttpStatusCode.Conflict, (await page.Form("Enregistrer").Fill("Nom", "Autre nom").Send()).Status);
    }

    [Fact]
    public async Task Invites_then_ends_a_role_which_closes_the_page_at_the_next_request()
    {
        var home = await place.Organisation("Foyer Soleil");
        using var administrator = await Administrator("foyer@example.org", home);
        var sent = await (await administrator.Open($"/bureau/structures/{home.Reference}/inviter")).Form("Envoyer l’invitation").Fill("Adresse de courriel", "Lea@example.org").Choose("Organisation d’appels").Send();
        Assert.Contains("lea@example.org", sent.TextContent);
        using var lea = place.Browser();
        await (await lea.Open(await place.LinkIn("lea@example.org"))).Form("Accepter et entrer").Fill("Votre nom d’affichage", "Léa").Send();
        Assert.Equal("Bureau", (await lea.Open("/bureau")).Heading);
        var page = await administrator.Open("/bureau/structures/" + home.Reference);
        var end = page.Document.QuerySelectorAll("tr").First(r => r.TextContent.Contains("Léa")).QuerySelector("a")!.GetAttribute("href")!;
        var ending = await administrator.Open(end);
        Assert.Equal(["Dites pourquoi, en quelques mots."], (await ending.Form("Retirer ce rôle").Send()).Errors);
        await ending.Form("Retirer ce rôle").Fill("Raison", "Fin de mission").Send();
        Assert.Equal(HttpStatusCode.NotFound, (await lea.Open("/bureau")).Status);
        var person = await place.Db(db => db.Persons.SingleAsync(p => p.Email == "lea@example.org"));
        Assert.Equal("Fin de mission", await place.Db(db => db.JournalEntries.Where(e => e.SubjectId == person.Id && e.Act == Acts.RoleEnded).Select(e => e.Reason).SingleAsync()));
    }

    [Fact]
    public async Task Refuses_a_role_to_oneself_and_writes_it_down()
    {
        var home = await place.Organisation("Promotion");
        using var browser = await Administrator("promo@example.org", home);
        var refused = await (await browser.Open($"/bureau/structures/{home.Reference}/inviter")).Form("Envoyer l’invitation").Fill("Adresse de courriel", "PROMO@example.org").Choose("Contacts").Send();
        Assert.Equal(["Personne ne se donne un rôle à soi-même. Demandez à une autre personne qui administre."], refused.Errors);
        var person = await place.Db(db => db.Persons.SingleAsync(p => p.Email == "promo@example.org"));
        Assert.Contains(Acts.SelfPromotionRefused, await place.ActsOn(person.Id));
        Assert.False(await place.Db(db => db.Invitations.AnyAsync(i => i.Email == "promo@example.org")));
    }

    [Fact]
    public async Task Gives_administration_only_after_a_fresh_proof()
    {
        var home = await place.Organisation("Fraîcheur");
        using var browser = await Administrator("frais@example.org", home);
        place.Clock.Advance(FreshSignIn.Life + TimeSpan.FromSeconds(1));
        var page = await browser.Open($"/bureau/structures/{home.Reference}/inviter");
        var refused = await page.Form("Envoyer l’invitation").Fill("Adresse de courriel", "futur@example.org").Choose("Administration").Send();
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal("futur@example.org", refused.Form("Envoyer l’invitation").Value("Adresse de courriel"));
        Assert.Equal("Fraîcheur", (await refused.Form("Envoyer l’invitation").Choose("Facilitation").Send()).Heading);
    }

    [Fact]
    public async Task Answers_the_same_for_another_organisation_and_for_nothing()
    {
        var (mine, other) = (await place.Organisation("À moi"), await place.Organisation("Aux autres"));
        var below = await place.Organisation("Sous la mienne", mine);
        using var browser = await Administrator("a-moi@example.org", mine);
        var member = await place.Person("membre-autre@example.org", "Membre");
        var grant = await place.Grant(member, other, Role.Organiser);
        var link = await place.With(async s =>
        {
            var db = s.GetRequiredService<AppDb>();
            s.GetRequiredService<Invite>().ToRole("ailleurs@example.org", await db.Organisations.SingleAsync(o => o.Id == other.Id), Role.Organiser, null);
            await db.SaveChangesAsync();
            return await db.Invitations.Where(i => i.Email == "ailleurs@example.org").Select(i => i.Id).SingleAsync();
        });
        Assert.Equal("Sous la mienne", (await browser.Open("/bureau/structures/" + below.Reference)).Heading);
        var absent = (await browser.Open("/bureau/structures/22222222")).Source;
        foreach (var path in new[] { $"/bureau/structures/{other.Reference}", $"/bureau/structures/{other.Reference}/inviter", $"/bureau/roles/{grant.Id}/fin", $"/bureau/invitations/{link}", $"/bureau/invitations/{link}/annuler", "/bureau/journal", "/bureau/courriels", "/bureau/taches", "/bureau/bilan" })
        {
            var page = await browser.Open(path);
            Assert.Equal((HttpStatusCode.NotFound, "Cette page n’existe pas, ou n’est pas pour vous"), (page.Status, page.Heading));
            Assert.Equal(absent.Length, page.Source.Length, tolerance: 200);
        }
        Assert.DoesNotContain("Aux autres", (await browser.Open("/bureau/structures")).TextContent);
        var forged = await (await browser.Open("/bureau/structures/nouvelle")).Form("Ajouter").Fill("Nom", "Intrus").Choose("Service").Set("Form.Parent", other.Reference).Send();
        Assert.Equal(["Choisissez une structure de la liste."], forged.Errors);
    }

    [Fact]
    public async Task Shows_journal_mails_jobs_and_check_up_to_the_instance_and_hides_addresses()
    {
        using var browser = await Administrator("instance@example.org", await place.Root());
        var mail = await place.Db(async db =>
        {
            db.Send("contributrice@secret.example", new Letter("Objet en panne"), place.Clock.UtcNow().AddDays(9));
            await db.SaveChangesAsync();
            var id = await db.OutgoingMails.Where(m => m.To == "contributrice@secret.example").Select(m => m.Id).SingleAsync();
            await db.Write(d => d.OutgoingMails.Where(m => m.Id == id).ExecuteUpdate(s => s.SetProperty(m => m.State, MailState.Failed).SetProperty(m => m.LastError, "550 contributrice@secret.example inconnue")));
            return id;
        });
        var list = await browser.Open("/bureau/courriels");
        Assert.Contains("550 c…@secret.example inconnue", list.TextContent);
        Assert.DoesNotContain("contributrice@", list.Source);
        Assert.Contains("1 attend", (await browser.Open("/bureau")).TextContent);
        await (await browser.Open($"/bureau/courriels/{mail}/renvoyer")).Form("Réessayer").Send();
        await Signing.Until(async () => await place.Db(db => db.OutgoingMails.AsNoTracking().Where(m => m.Id == mail && m.State == MailState.Sent).SingleOrDefaultAsync()));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Open($"/bureau/courriels/{mail}/renvoyer")).Status);
        var journal = await browser.Open("/bureau/journal?acte=second-facteur&sujet=Person&jour=" + place.Clock.ParisToday().ToString("yyyy-MM-dd"));
        Assert.Contains("a ajouté un second facteur", journal.TextContent);
        Assert.DoesNotContain("a créé un compte", journal.TextContent);
        Assert.Contains("a ajouté un second facteur", (await browser.Open("/bureau/journal?acte=Ajoute")).TextContent);
        await place.Db(async db =>
        {
            db.Record(place.Clock.UtcNow(), Actor.System, Croisee.Experiences.Acts.StepSaved, await db.Persons.FirstAsync());
            return await db.SaveChangesAsync();
        });
        foreach (var asked in new[] { Croisee.Experiences.Acts.StepSaved, "a enregistré une étape", "ont enregistré une étape" })
        {
            var line = Page.Text((await browser.Open("/bureau/journal?acte=" + Uri.EscapeDataString(asked))).Document.QuerySelector("main tbody tr")!);
            Assert.Contains("L’instance a enregistré une étape", line);
        }
        Assert.Equal(HttpStatusCode.OK, (await browser.Open("/bureau/journal?jour=hier&feuille=-4&sujet=%27;drop")).Status);
        Assert.Contains("Envoyer les courriels", (await browser.Open("/bureau/taches")).TextContent);
        var checkUp = await browser.Open("/bureau/bilan");
        Assert.Contains(place.Storage.Engine is Engine.Sqlite ? "SQLite 3." : "PostgreSQL 1", checkUp.TextContent);
        Assert.DoesNotContain("Impossible à vérifier", checkUp.TextContent);
    }

    [Fact]
    public async Task Never_ends_the_last_administration_of_the_instance()
    {
        await place.Db(async db =>
        {
            foreach (var held in await db.Grants.Where(g => g.Role == Role.Administrator && g.Organisation.ParentId == null && g.EndedAt == null).ToListAsync())
            {
                held.End(place.Clock.UtcNow());
                db.Record(place.Clock.UtcNow(), Actor.System, Acts.RoleEnded, held);
            }
            return await db.SaveChangesAsync();
        });
        using var browser = await Administrator("derniere@example.org", await place.Root());
        var grant = await place.Db(db => db.Grants.SingleAsync(g => g.Person.Email == "derniere@example.org"));
        var refused = await (await browser.Open($"/bureau/roles/{grant.Id}/fin")).Form("Retirer ce rôle").Fill("Raison", "essai").Send();
        Assert.Equal(["C’est la dernière personne qui administre l’instance. Donnez d’abord ce rôle à quelqu’un d’autre."], refused.Errors);
        Assert.Equal(["C’est la dernière personne qui administre l’instance. Donnez d’abord ce rôle à quelqu’un d’autre."], (await (await browser.Open("/compte/fermer")).Form("Oui, fermer mon compte").Send()).Errors);
    }

    [Fact]
    public async Task Examines_the_instance_in_words()
    {
        var findings = await place.With(s => s.GetRequiredService<CheckUp>().Run());
        Assert.Equal(16, findings.Count);
        Assert.DoesNotContain(findings, f => f.Text.StartsWith("Impossible", StringComparison.Ordinal));
        Assert.Equal(Health.Well, findings.Single(f => f.Subject == "Schéma").Health);
    }

    /// <summary>Mail that leaves by SMTP from the address of nobody is refused elsewhere; what npm would have installed is named one by one.</summary>
    [Fact]
    public async Task Says_when_mail_leaves_from_nobody_and_when_parts_are_not_installed()
    {
        var told = await place.With(async s =>
        {
            var mail = s.GetRequiredService<MailSettings>() with { Smtp = new Uri("smtp://127.0.0.1:1"), From = MailSettings.DefaultFrom };
            var bare = new Bare(s.GetRequiredService<IWebHostEnvironment>());
            return await ActivatorUtilities.CreateInstance<CheckUp>(s, mail, new SmtpTransport(mail), bare).Run();
        });
        var sender = told.Single(f => f.Subject == "Envoi des courriels");
        Assert.Equal(Health.Attention, sender.Health);
        Assert.Contains("CROISEE_MAIL_FROM", sender.Text, StringComparison.Ordinal);
        var look = told.Single(f => f.Subject == "Parties installées par npm");
        Assert.Equal(Health.Attention, look.Health);
        foreach (var lost in new[] { "les caractères des pages", "pictogrammes", "carte de France", "signature à l’aveugle" }) Assert.Contains(lost, look.Text, StringComparison.Ordinal);
    }

    /// <summary>A publication without npm: nothing under lib.</summary>
    sealed class Bare(IWebHostEnvironment like) : IWebHostEnvironment
    {
        public string WebRootPath { get; set; } = like.WebRootPath;
        public IFileProvider WebRootFileProvider { get; set; } = new NullFileProvider();
        public string ApplicationName { get; set; } = like.ApplicationName;
        public IFileProvider ContentRootFileProvider { get; set; } = like.ContentRootFileProvider;
        public string ContentRootPath { get; set; } = like.ContentRootPath;
        public string EnvironmentName { get; set; } = like.EnvironmentName;
    }

    [Fact]
    public async Task Says_when_a_certified_host_of_health_data_is_needed()
    {
        await using var own = new Place();
        await own.InitializeAsync();
        Assert.Equal(Health.Well, (await Told()).Health);
        var content = Given.EveryKind;
        await own.Given.AnOpenSurvey(content: content with { Sections = [content.Sections[0] with { Questions = [content.Sections[0].Questions[0] with { Sensitive = true }] }] });
        var care = await Told();
        Assert.Equal(Health.Attention, care.Health);
        Assert.Contains("parlent de soins, sans nom : 1", care.Text);
        await own.Given.AnOpenSurvey(agreed: "Le conseil de la vie sociale, le 3 mars.");
        Assert.Contains("portent un nom : 1", (await Told()).Text);
        own.Clock.Advance(TimeSpan.FromDays(60));
        Assert.Equal(Health.Well, (await Told()).Health);

        async Task<Finding> Told() => (await own.With(s => s.GetRequiredService<CheckUp>().Run())).Single(f => f.Subject == "Hébergeur de données de santé");
    }

    /// <summary>A browser where a person with this role is signed in, second factor set up.</summary>
    async Task<Browser> Administrator(string email, Organisation organisation)
    {
        await place.Grant(await place.Person(email, "Adm " + email[..4]), organisation, Role.Administrator);
        var browser = place.Browser();
        await place.SignIn(browser, email);
        await browser.SetUp();
        return browser;
    }
}
