namespace Croisee.Data;

/// <summary>
/// A secret may come in a file instead of a variable: « CROISEE_KEY_FILE » names it. That is how a vault hands one over (systemd's credentials, a volume of secrets of a container, an agent), with rights of its own,
/// and out of an environment that every child process and every dump of it bears.
/// </summary>
public static class SecretFiles
{
    public const string Ending = "_FILE";
    public const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>A vault may let the account that serves read by a group: systemd's list of who may read a credential shows as the group's rights.</summary>
    const UnixFileMode HandedOver = OwnerOnly | UnixFileMode.GroupRead;
    public static readonly string[] Names = ["CROISEE_KEY", "CROISEE_DATABASE", "CROISEE_MAIL"];

    /// <summary>The setting, or what its file says; null without either.</summary>
    /// <exception cref="CannotServe">Both are given, or the file cannot be read or is empty: to go on would be to serve with another secret, or none.</exception>
    public static string? Read(string name, Func<string, string?> setting)
    {
        var (told, file) = (setting(name), setting(name + Ending));
        if (string.IsNullOrEmpty(file)) return string.IsNullOrEmpty(told) ? null : told;
        if (!string.IsNullOrEmpty(told)) throw new CannotServe($"{name} et {name}{Ending} sont donnés tous les deux. Gardez-en un.");
        try
        {
            return File.ReadAllText(file).Trim() is { Length: > 0 } secret ? secret
                : throw new CannotServe($"Le fichier de {name}{Ending}, {file}, est vide. Mettez-y le secret, ou retirez {name}{Ending}.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException) { throw new CannotServe($"Le fichier de {name}{Ending}, {file}, ne peut pas être lu. Vérifiez qu’il existe, et que le compte qui sert peut le lire."); }
    }

    /// <summary>What files say becomes the setting of that name.</summary>
    public static void Apply(IConfigurationManager configuration) =>
        configuration.AddInMemoryCollection(Names.Where(n => !string.IsNullOrEmpty(configuration[n + Ending])).Select(n => KeyValuePair.Create(n, Read(n, key => configuration[key]))).ToList());

    /// <summary>Files that other accounts of this machine may read too.</summary>
    public static IEnumerable<string> OpenToOthers(IConfiguration configuration) => Names.Select(n => configuration[n + Ending]).OfType<string>().Where(f => IsOpenBeyond(f, HandedOver));

    /// <summary>Somebody may do with it what <paramref name="allowed"/> does not say.</summary>
    public static bool IsOpenBeyond(string file, UnixFileMode allowed) => !OperatingSystem.IsWindows() && File.Exists(file) && (File.GetUnixFileMode(file) & ~allowed) != 0;
}
