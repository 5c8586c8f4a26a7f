using System.Net;
using Croisee.Data;
using Croisee.Groups;
using Croisee.People;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Croisee.Tests.Groups;

public sealed class GroupPagesTest(Place place) : IClassFixture<Place>
{
    [Fact]
    public async Task Makes_one_group_of_a_form_sent_many_times()
    {
        var instance = await place.TheInstance();
        using var office = await place.BrowserOf(await place.AnOrganiser(instance));
        var form = (await office.Open("/bureau/groupes/nouveau")).Form("Créer le groupe").Fill("Nom du groupe", "Un seul groupe").Choose("Groupe de travail").Select("Structure qui porte le groupe", instance.Name);
        var made = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => form.Send(follow: false)));
        Assert.Single(made.Select(p => p.Response.Headers.Location!.ToString()).Distinct());
        Assert.Equal(1, await place.Db(db => { var groups = db.Groups; return groups.CountAsync(g => g.Name == "Un seul groupe"); }));
    }

    [Fact]
    public async Task Composes_a_group_from_its_creation_to_a_member_who_accepts()
    {
        var instance = await place.TheInstance();
        var organiser = await place.AnOrganiser(instance);
        using var office = await place.BrowserOf(organiser);
        var seats = await (await office.Open("/bureau/groupes/nouveau")).Form("Créer le groupe")
            .Fill("Nom du groupe", "Groupe de lecture 2028").Choose("Groupe de travail").Select("Structure qui porte le groupe", instance.Name).Send();
        Assert.Equal("Groupe de lecture 2028", seats.Heading);
        Assert.Contains("Il manque 1 siège de personne concernée et 1 siège de professionnel", seats.TextContent);

        var add = await seats.Follow("Ouvrir un siège");
        seats = await add.Form("Ouvrir ce siège").Choose("Personnes concernées").Choose("Membre").Fill("Nom du siège", "Membre usager 1").Send();
        Assert.Contains("À pourvoir", seats.TextContent);

        var invite = await seats.Follow("Inviter quelqu’un : Membre usager 1");
        seats = await invite.Form("Envoyer l’invitation").Fill("Adresse de courriel de la personne", "Samira@Example.org").Send();
        Assert.Contains("Proposé à samira@example.org", seats.TextContent);
        var mail = Assert.Single(await place.MailsTo("samira@example.org"));
        Assert.DoesNotContain("concernée", mail.Subject);
        Assert.Contains("/groupes", mail.Text);

        var samira = await place.Db(db => db.Persons.AsNoTracking().SingleAsync(p => p.Email == "samira@example.org"));
        using var hers = await place.BrowserOf(samira);
        var reference = ReferenceOf(seats.Path);
        Assert.Equal(HttpStatusCode.NotFound, (await hers.Open($"/groupes/{reference}")).Status);

        var answer = await (await hers.Open("/groupes")).Follow("Groupe de lecture 2028");
        var group = await answer.Form("Envoyer ma réponse").Choose("Oui, je prends cette place").Fill("Comment les autres membres lisent votre nom", "Samira").Send();
        Assert.Equal("Groupe de lecture 2028", group.Heading);
        Assert.Contains("Samira", group.TextContent);
        Assert.Contains("Il manque 1 siège de professionnel : 1 personne concernée et 0 professionnel.", group.TextContent.Replace('\u00A0', ' '));
    }

    [Fact]
    public async Task Shows_a_declined_seat_as_still_to_fill()
    {
        var (organiser, group) = await AGroupWithAPlace();
        var invited = await place.APerson("Karim");
        using var office = await place.BrowserOf(organiser);
        var invite = await (await office.Open($"/bureau/groupes/{group.Reference}/sieges")).Follow("Inviter quelqu’un : Membre usager 1");
        await invite.Form("Envoyer l’invitation").Fill("Adresse de courriel de la personne", invited.Email).Send();

        using var his = await place.BrowserOf(invited);
        var answer = await (await his.Open("/groupes")).Follow(group.Name);
        await answer.Form("Envoyer ma réponse").Choose("Non merci").Send();
        Assert.Contains("À pourvoir", (await office.Open($"/bureau/groupes/{group.Reference}/sieges")).TextContent);
        Assert.Equal("Mes groupes", (await his.Open(answer.Path)).Heading);
    }

    [Fact]
    public async Task Refuses_a_seat_that_the_organiser_offers_to_themselves()
    {
        var (organiser, group) = await AGroupWithAPlace();
        using var office = await place.BrowserOf(organiser);
        var invite = await (await office.Open($"/bureau/groupes/{group.Reference}/sieges")).Follow("Inviter quelqu’un : Membre usager 1");
        var refused = await invite.Form("Envoyer l’invitation").Fill("Adresse de courriel de la personne", organiser.Email).Send();
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("On ne s’attribue pas un siège à soi-même", Assert.Single(refused.Errors));
    }

    [Fact]
    public async Task Hides_a_group_from_strangers_as_if_it_did_not_exist()
    {
        var (_, group) = await AGroupWithAPlace();
        using var stranger = await place.BrowserOf(await place.APerson("Étranger"));
        foreach (var path in new[] { $"/groupes/{group.Reference}", "/groupes/bcdfghjk", $"/bureau/groupes/{group.Reference}/sieges", "/bureau/groupes/bcdfghjk/sieges" })
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.Open(path)).Status);
        using var nobody = place.Browser();
        Assert.Equal("Se connecter", (await nobody.Open($"/groupes/{group.Reference}")).Heading);
    }

    [Fact]
    public async Task Keeps_a_member_out_of_the_office_and_out_of_the_group_once_the_mandate_is_over()
    {
        var (organiser, group) = await AGroupWithAPlace();
        var member = await place.APerson("Lou");
        await place.Db(async db =>
        {
            var stored = await db.Groups.Whole().SingleAsync(g => g.Id == group.Id);
            stored.Fill(stored.Seats[0], member.Id, organiser.Id, place.Clock.ParisToday());
            Croisee.Journal.Recording.Record(db, place.Clock.UtcNow(), Croisee.Journal.Actor.System, Croisee.Groups.Acts.SeatTaken, stored);
            return await db.SaveChangesAsync();
        });
        using var hers = await place.BrowserOf(member);
        Assert.Equal(HttpStatusCode.OK, (await hers.Open($"/groupes/{group.Reference}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await hers.Open($"/bureau/groupes/{group.Reference}/sieges")).Status);

        using var office = await place.BrowserOf(organiser);
        var end = await (await office.Open($"/bureau/groupes/{group.Reference}/sieges")).Follow("Terminer le mandat : Membre usager 1");
        var seats = await end.Form("Terminer ce mandat").Send();
        Assert.Contains("La place reste ouverte", seats.TextContent);
        place.Clock.Advance(TimeSpan.FromDays(1));
        using var later = await place.BrowserOf(member);
        Assert.Equal(HttpStatusCode.NotFound, (await later.Open($"/groupes/{group.Reference}")).Status);
    }

    [Fact]
    public async Task Shows_the_reason_of_an_override_to_all_members()
    {
        var (organiser, group) = await AGroupWithAPlace(members: 1);
        using var office = await place.BrowserOf(organiser);
        var page = await (await office.Open($"/bureau/groupes/{group.Reference}/sieges")).Follow("Permettre au groupe de décider sans parité");
        var empty = await page.Form("Permettre, avec ce motif").Send();
        Assert.Equal(["Dites pourquoi : tous les membres le liront."], empty.Errors);
        await page.Form("Permettre, avec ce motif").Fill("Votre motif", "Une professionnelle arrive en mai.").Send();
        Assert.Contains("Une professionnelle arrive en mai.", (await office.Open($"/groupes/{group.Reference}")).TextContent);
    }

    [Fact]
    public async Task Keeps_what_was_typed_when_a_seat_is_refused()
    {
        var (organiser, group) = await AGroupWithAPlace();
        using var office = await place.BrowserOf(organiser);
        var refused = await (await office.Open($"/bureau/groupes/{group.Reference}/sieges/ajouter")).Form("Ouvrir ce siège")
            .Choose("Professionnels").Choose("Membre").Fill("Nom du siège", "Membre pro 9").Fill("Premier jour du mandat", "2027-06-02").Fill("Dernier jour du mandat, inclus", "2027-06-01").Send();
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("Le mandat finit avant de commencer", Assert.Single(refused.Errors));
        Assert.Equal("Membre pro 9", refused.Form("Ouvrir ce siège").Value("Nom du siège"));
    }

    [Fact]
    public async Task Reads_a_day_as_people_write_it_and_says_what_is_wanted_when_it_is_none()
    {
        var (organiser, group) = await AGroupWithAPlace();
        using var office = await place.BrowserOf(organiser);
        var form = (await office.Open($"/bureau/groupes/{group.Reference}/sieges/ajouter")).Form("Ouvrir ce siège").Choose("Professionnels").Choose("Membre").Fill("Nom du siège", "Membre pro 1");
        var refused = await form.Fill("Premier jour du mandat", "31/02/2027").Send();
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal(["Le 31 février 2027 n’existe pas : ce mois-là a 28 jours. Écrivez un jour, par exemple 31/05/2027."], refused.Errors.Select(e => e.Replace('\u00A0', ' ')));
        Assert.Equal("31/02/2027", refused.Form("Ouvrir ce siège").Value("Premier jour du mandat"));
        var seats = await refused.Form("Ouvrir ce siège").Fill("Premier jour du mandat", "1/6/2027").Send();
        Assert.Contains("depuis le 1er juin 2027", seats.TextContent.Replace('\u00A0', ' '));
    }

    [Fact]
    public async Task Refuses_a_form_that_cannot_be_read_on_a_page_that_exists()
    {
        var (organiser, group) = await AGroupWithAPlace();
        using var office = await place.BrowserOf(organiser);
        using var content = new FormUrlEncodedContent([KeyValuePair.Create("Form.Label", "avant\0après")]);
        using var response = await office.Send(new HttpRequestMessage(HttpMethod.Post, $"/bureau/groupes/{group.Reference}/sieges/ajouter") { Content = content });
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task Takes_back_a_seat_offered_to_a_wrong_address()
    {
        var (organiser, group) = await AGroupWithAPlace();
        var invited = await place.APerson("Erreur");
        using var office = await place.BrowserOf(organiser);
        var seats = await (await (await office.Open($"/bureau/groupes/{group.Reference}/sieges")).Follow("Inviter quelqu’un : Membre usager 1")).Form("Envoyer l’invitation").Fill("Adresse de courriel de la personne", invited.Email).Send();
        var back = await seats.Follow("Reprendre la proposition : Membre usager 1");
        Assert.Contains("la proposition ne servira plus", back.TextContent);
        Assert.Contains("Aucun siège n’est encore ouvert", (await back.Form("Retirer ce siège").Send()).TextContent);
        using var theirs = await place.BrowserOf(invited);
        Assert.DoesNotContain(group.Name, (await theirs.Open("/groupes")).TextContent);
    }

    [Fact]
    public async Task Does_once_what_an_office_form_sent_twice_asks()
    {
        var (organiser, group) = await AGroupWithAPlace(members: 1);
        using var office = await place.BrowserOf(organiser);
        var seats = $"/bureau/groupes/{group.Reference}/sieges";
        Task<Group> Stored() => place.Db(db => db.Groups.AsNoTracking().Whole().SingleAsync(g => g.Id == group.Id));
        async Task Twice(Form form)
        {
            for (var i = 0; i < 2; i++) Assert.Equal((HttpStatusCode.OK, seats), await form.Send() is var page ? (page.Status, page.Path) : default);
        }

        var add = (await office.Open(seats + "/ajouter")).Form("Ouvrir ce siège").Choose("Professionnels").Choose("Membre").Fill("Nom du siège", "Membre pro 1");
        Assert.All(await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => add.Send())), page => Assert.Equal(HttpStatusCode.OK, page.Status));
        await Twice(add);
        Assert.Single((await Stored()).Seats, s => s.Label == "Membre pro 1");

        await Twice((await office.Open($"/bureau/groupes/{group.Reference}/derogation")).Form("Permettre, avec ce motif").Fill("Votre motif", "Une professionnelle arrive en mai."));
        Assert.Single((await Stored()).Overrides);

        await Twice((await (await office.Open(seats)).Follow("Inviter quelqu’un : Membre usager 1")).Form("Envoyer l’invitation").Fill("Adresse de courriel de la personne", $"deux.fois.{group.Reference}@example.org"));
        Assert.Single((await Stored()).Invitations);

        await Twice((await (await office.Open(seats)).Follow("Terminer le mandat : Membre usager 2")).Form("Terminer ce mandat"));
        Assert.Single((await Stored()).Seats, s => s.IsVacant && s.Label == "Membre usager 2");
        var empty = (await Stored()).Seats.Single(s => s.Label == "Membre pro 1");
        await Twice((await office.Open($"{seats}/{empty.Id}/fin")).Form("Retirer ce siège"));
    }

    [Fact]
    public async Task Lets_a_member_leave_and_keeps_the_place_open()
    {
        var (organiser, group) = await AGroupWithAPlace(members: 1);
        var seat = group.Seats.Single(s => s.PersonId is not null);
        using var hers = await place.BrowserOf(await place.Db(db => db.Persons.AsNoTracking().SingleAsync(p => p.Id == seat.PersonId)));
        var after = await (await (await hers.Open($"/groupes/{group.Reference}")).Follow("Quitter ce groupe")).Form("Oui, quitter le groupe").Send();
        Assert.Contains("Votre mandat finit ce soir", after.TextContent);
        using var office = await place.BrowserOf(organiser);
        Assert.Equal(3, (await place.Db(db => db.Groups.Whole().AsNoTracking().SingleAsync(g => g.Id == group.Id))).Seats.Count);
        Assert.Equal(HttpStatusCode.NotFound, (await office.Open($"/groupes/{group.Reference}/quitter")).Status);
    }

    async Task<(Person Organiser, Group Group)> AGroupWithAPlace(int members = 0)
    {
        var instance = await place.TheInstance();
        var organiser = await place.AnOrganiser(instance);
        var group = new Group($"Groupe {Guid.CreateVersion7():N}", instance.Id, GroupKind.WorkingGroup, place.Clock.UtcNow());
        group.OpenSeat(College.ServiceUsers, "Membre usager 1", new(place.Clock.ParisToday()));
        for (var i = 0; i < members; i++)
            group.Fill(group.OpenSeat(College.ServiceUsers, $"Membre usager {i + 2}", new(place.Clock.ParisToday())), (await place.APerson("Membre")).Id, organiser.Id, place.Clock.ParisToday());
        await place.Db(async db =>
        {
            db.Groups.Add(group);
            Croisee.Journal.Recording.Record(db, place.Clock.UtcNow(), Croisee.Journal.Actor.System, Croisee.Groups.Acts.Created, group);
            return await db.SaveChangesAsync();
        });
        return (organiser, group);
    }

    static string ReferenceOf(string path) => path.Split('/')[3];
}
