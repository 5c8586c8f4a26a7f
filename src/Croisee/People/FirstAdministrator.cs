using Croisee.Data;
using Croisee.Journal;
using Croisee.Mail;
using Microsoft.EntityFrameworkCore;

namespace Croisee.People;

/// <summary>What a new instance needs before its first page: the organisation at the root, and somebody invited to administer it.</summary>
public static class FirstAdministrator
{
    const string DefaultName = "Cette instance de Croisée";

    /// <summary>The root, made once with the name of <c>CROISEE_NAME</c>.</summary>
    public static async Task<Organisation> Root(IServiceProvider services)
    {
        var db = services.GetRequiredService<AppDb>();
        if (await db.Organisations.SingleOrDefaultAsync(o => o.ParentId == null) is { } known) return known;
        var name = services.GetRequiredService<IConfiguration>()["CROISEE_NAME"];
        var root = new Organisation(string.IsNullOrWhiteSpace(name) ? DefaultName : name, OrganisationKind.Instance, null);
        db.Organisations.Add(root);
        db.Record(services.GetRequiredService<TimeProvider>().UtcNow(), Actor.System, Acts.OrganisationCreated, root, organisation: root.Id);
        await db.SaveChangesAsync();
        return root;
    }

    /// <summary>At start-up: the root; then, outside demonstration, an invitation to <c>CROISEE_ADMIN</c> while nobody administers and none waits.</summary>
    public static async Task Prepare(IServiceProvider services)
    {
        var root = await Root(services);
        var email = services.GetRequiredService<IConfiguration>()["CROISEE_ADMIN"]?.Trim();
        if (services.GetRequiredService<DemoMode>().On || !OutgoingMail.IsAddress(email)) return;
        var db = services.GetRequiredService<AppDb>();
        var now = services.GetRequiredService<TimeProvider>().UtcNow();
        if (await IsAdministered(db, root) || await db.Invitations.AnyAsync(i => i.OrganisationId == root.Id && i.Role == Role.Administrator && i.AcceptedAt == null && i.RevokedAt == null && i.ExpiresAt > now)) return;
        services.GetRequiredService<Invite>().ToRole(email!, root, Role.Administrator, sender: null);
        await db.SaveChangesAsync();
    }

    /// <summary>Says on the console how to begin, while nobody administers. No link: a log is read by others.</summary>
    public static async Task Greet(IServiceProvider services)
    {
        if (services.GetRequiredService<DemoMode>().On) return;
        using var scope = services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        if (await db.Organisations.SingleOrDefaultAsync(o => o.ParentId == null) is not { } root || await IsAdministered(db, root)) return;
        var waiting = await db.Invitations.AnyAsync(i => i.OrganisationId == root.Id && i.Role == Role.Administrator && i.AcceptedAt == null);
        Console.WriteLine(waiting
            ? $"Une invitation à administrer attend une réponse (courriels : {scope.ServiceProvider.GetRequiredService<ITransport>().Describe()})."
            : "Personne n’administre encore cette instance : arrêtez-la, puis lancez « croisee invite ADRESSE », ou donnez CROISEE_ADMIN.");
    }

    /// <summary><c>croisee invite ADRESSE</c>: sends the invitation and prints its link, for an instance whose mail does not work yet.</summary>
    public static async Task<int> Run(IServiceProvider services, string[] args)
    {
        if (args is not [var email] || !OutgoingMail.IsAddress(email)) { Console.Error.WriteLine("Donnez une adresse : croisee invite nom@exemple.fr"); return 2; }
        try
        {
            using var guard = Serving.Lock(services.GetRequiredService<Storage>());
            await Serving.Prepare(services);
            using var scope = services.CreateScope();
            var root = await Root(scope.ServiceProvider);
            var db = scope.ServiceProvider.GetRequiredService<AppDb>();
            var invitation = Invitation.ToRole(email, root, Role.Administrator, null, scope.ServiceProvider.GetRequiredService<TimeProvider>().UtcNow());
            db.Invitations.Add(invitation);
            var link = scope.ServiceProvider.GetRequiredService<Invite>().Again(invitation, null);
            await db.SaveChangesAsync();
            Console.WriteLine($"Invitation préparée pour {email}. Elle part par courriel dès que l’instance tourne. Le lien sert une fois, pendant 14 jours :\n{link}");
            return 0;
        }
        catch (AlreadyServed e) { Console.Error.WriteLine(e.Message); return 1; }
    }

    static Task<bool> IsAdministered(AppDb db, Organisation root) =>
        db.Grants.AnyAsync(g => g.OrganisationId == root.Id && g.Role == Role.Administrator && g.EndedAt == null);
}
