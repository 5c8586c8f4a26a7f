using Croisee.Data;
using Croisee.Jobs;
using Croisee.Mail;
using Microsoft.EntityFrameworkCore;

namespace Croisee.People;

/// <summary>Answers the open requests: a code by mail for those who have an account, silence for the others, and no flood for anyone.</summary>
public sealed class SendSignInCodes(AppDb db, TimeProvider clock, JobBell bell, IConfiguration settings)
{
    public const string Job = "envoyer les codes de connexion";
    /// <summary>
    /// Codes sent at most in fifteen minutes: to one address when one network asks, to it whoever asks, and for one network. Whoever asks for codes of
    /// somebody else spends their own share first, so the owner still gets one (S29).
    /// </summary>
    public const int PerAddressAndNetwork = 3, PerAddress = 15, PerNetwork = 60;
    /// <summary>And to one address for browsers that came in with it before: their own share, which all the networks of the others do not touch.</summary>
    public const int PerAddressKnown = 5;
    /// <summary>Changes <see cref="PerNetwork"/>: a training centre, a hospital behind one address.</summary>
    public const string Setting = "CROISEE_SIGN_INS_PER_NETWORK";

    public static int MostOf(IConfiguration settings) => settings.GetValue(Setting, PerNetwork);

    public async Task Run(CancellationToken cancel)
    {
        var now = clock.UtcNow();
        var open = await db.SignInRequests.Where(r => r.HandledAt == null).OrderBy(r => r.AskedAt).Take(200).ToListAsync(cancel);
        if (open.Count == 0) return;
        var emails = open.Select(r => r.Email).Distinct().ToList();
        var persons = await db.Persons.AsNoTracking().Where(p => emails.Contains(p.Email) && p.DisabledAt == null).ToDictionaryAsync(p => p.Email, p => p.Id, cancel);
        foreach (var request in open)
        {
            var known = persons.TryGetValue(request.Email, out var person) && !await TooMany(request, now, cancel);
            if (request.Handle(known ? person : null, now) is { } code) db.Send(request.Email, Letter(code), now);
            await db.SaveChangesAsync(cancel);
        }
        bell.Ring(Mail.Room.SendJob);
    }

    async Task<bool> TooMany(SignInRequest request, DateTime now, CancellationToken cancel)
    {
        var since = now - SignInRequest.Life;
        var toAddress = db.SignInRequests.Where(r => r.Email == request.Email && r.AskedAt > since && r.CodeHash != null && r.Known == request.Known);
        if (request.Known) return await toAddress.CountAsync(cancel) >= PerAddressKnown;
        var sent = await toAddress.GroupBy(r => r.Network == request.Network).Select(g => new { Mine = g.Key, Count = g.Count() }).ToListAsync(cancel);
        return sent.Where(s => s.Mine).Sum(s => s.Count) >= PerAddressAndNetwork || sent.Sum(s => s.Count) >= PerAddress
            || await db.SignInRequests.CountAsync(r => r.Network == request.Network && r.AskedAt > since && r.CodeHash != null && !r.Known, cancel) >= MostOf(settings);
    }

    static Letter Letter(string code) => new Letter("Votre code pour entrer dans Croisée")
        .Say("Bonjour,").Say("Voici votre code. Il sert une fois, pendant 15 minutes.").Code($"{code[..3]} {code[3..]}")
        .Say("Vous n’avez rien demandé ? Ne faites rien : personne ne peut entrer sans ce code.");
}
