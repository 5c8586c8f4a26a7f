using Croisee.Data;
using Croisee.Journal;
using Croisee.Jobs;
using Croisee.Mail;
using Croisee.Rules;
using Microsoft.EntityFrameworkCore;

namespace Croisee.People;

/// <summary>Changes the address of an account: asked for, proved by a code at the new address, told to the old one.</summary>
public sealed class ChangeEmail(AppDb db, TimeProvider clock, JobBell bell)
{
    /// <summary>An address that another account has gets a letter without a code: who asks learns nothing of it (S29).</summary>
    public async Task<EmailChange> Ask(Person person, string email)
    {
        var now = clock.UtcNow();
        var since = now - SignInRequest.Life;
        var change = new EmailChange(person, email, now);
        if (await db.EmailChanges.CountAsync(c => c.AskedAt > since && (c.PersonId == person.Id || c.Email == change.Email)) >= EmailChange.AskedMax)
            throw new RuleBroken("PER-EMAIL", "Trop de demandes. Attendez 15 minutes, puis réessayez.", "Email");
        if (await db.Persons.AnyAsync(p => p.Email == change.Email)) db.Send(change.Email, Taken(), now);
        else { var code = change.NewCode(); db.Send(change.Email, Code(code), now); }
        db.EmailChanges.Add(change);
        db.Record(now, Actor.Person(person.Id), Acts.EmailAsked, change);
        await db.SaveChangesAsync();
        bell.Ring(Mail.Room.SendJob);
        return change;
    }

    /// <summary>Null when done, else what to say. One statement decides: a code serves once, and a wrong try always counts.</summary>
    public async Task<string?> Confirm(Person person, string typed)
    {
        var now = clock.UtcNow();
        var change = await db.EmailChanges.AsNoTracking().Where(c => c.PersonId == person.Id).OrderByDescending(c => c.AskedAt).ThenByDescending(c => c.Id).FirstOrDefaultAsync();
        if (change is null || !change.IsOpen(now)) return "Ce code ne sert plus. Donnez de nouveau l’adresse pour en recevoir un autre.";
        var right = change.Matches(typed, now);
        var former = right ? person.Email : null;
        var won = await db.Write(d => d.EmailChanges.Where(c => c.Id == change.Id && c.UsedAt == null && c.Tries < SignInRequest.TriesMax)
            .ExecuteUpdate(s => s.SetProperty(c => c.Tries, c => c.Tries + 1).SetProperty(c => c.UsedAt, c => right ? now : null).SetProperty(c => c.FormerEmail, former)));
        if (!right || won == 0) return "Ce n’est pas le bon code. Vérifiez les 6 chiffres.";
        if (await db.Persons.AnyAsync(p => p.Email == change.Email)) return "Cette adresse ne peut plus servir. Donnez-en une autre.";
        await Move(person, change.Email, now);
        return null;
    }

    async Task Move(Person person, string email, DateTime now)
    {
        var old = person.Email;
        person.MoveTo(email);
        db.Record(now, Actor.Person(person.Id), Acts.EmailChanged, person);
        db.Send(old, Told(), now);
        db.Send(email, Welcome(), now);
        await db.SaveChangesAsync();
        await db.FollowTo(old, email);
        bell.Ring(Mail.Room.SendJob);
    }

    static Letter Code(string code) => new Letter("Votre code pour changer d’adresse")
        .Say("Bonjour,").Say("Quelqu’un veut utiliser cette adresse pour entrer dans son compte Croisée. Si c’est vous, voici le code. Il sert une fois, pendant 15 minutes.").Code($"{code[..3]} {code[3..]}")
        .Say("Vous n’avez rien demandé ? Ne faites rien : sans ce code, rien ne change.");

    static Letter Taken() => new Letter("Votre adresse a été donnée pour un autre compte")
        .Say("Bonjour,").Say("Quelqu’un a voulu utiliser cette adresse pour un compte Croisée. Elle sert déjà à votre compte : rien n’a changé.").Say("Si c’était vous, entrez simplement avec cette adresse.");

    static Letter Told() => new Letter("L’adresse de votre compte a changé")
        .Say("Bonjour,").Say("L’adresse qui sert à entrer dans votre compte Croisée vient d’être changée. Cette adresse-ci ne sert plus.")
        .Say($"Ce n’est pas vous ? Écrivez tout de suite à la personne qui administre votre instance : pendant {EmailChange.FormerKept.Days} jours, elle peut fermer les sessions et rendre le compte à cette adresse.");

    static Letter Welcome() => new Letter("Cette adresse sert maintenant à entrer dans Croisée")
        .Say("Bonjour,").Say("C’est fait : vos codes arriveront désormais ici. Vos rôles, vos sièges et vos lectures n’ont pas changé.");
}

static class MovedAddress
{
    /// <summary>A code on its way to the old address must not open the account any more, and what waits for the person follows.</summary>
    public static Task FollowTo(this AppDb db, string old, string email) =>
        db.Write(d => d.SignInRequests.Where(r => r.Email == old).ExecuteDelete() + d.Notices.Where(n => n.To == old && n.BundledAt == null).ExecuteUpdate(s => s.SetProperty(n => n.To, email)));
}
