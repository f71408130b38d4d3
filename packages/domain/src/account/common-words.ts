/** What people choose when asked for a password, ours too: words that are in every guesser's first list. */
export const COMMON_WORDS = `
abc abcd abcdef access account achieve admin administrator alexander alphabet amanda america andrew angel angela animal
anthony apple april arsenal ashley asshole aston august austin autumn baby babygirl bailey banana barcelona baseball
basketball batman beautiful beauty bella benjamin blessed blink boomer bradley brandon brazil britain british bubbles
buddy bulldog buster butterfly button camera canada cardiff carlos celtic champion changeme charles charlie cheese
chelsea chester chicken chocolate christ christian christmas christopher classroom coffee computer cookie cooper
cowboy crystal dakota dallas daniel daniela danielle david december default defender destiny diamond dolphin donald
dragon dublin eagle edinburgh edward elephant elizabeth emma emily england english everton family fatima february
fender ferrari flower football forever formula france france freedom friend friends galaxy garfield george geography
gerrard ginger glasgow golden golfer google grace guitar hannah happy harley harry head headteacher heather hello
history holiday hockey homework hunter iceman iloveyou internet ireland isabella jackson jaguar jamaica james january
jasmine jennifer jessica jessie jesus jonathan jordan joseph joshua july june junior justin karen kingdom kitten
knight laura lauren learning leeds leicester lesson letmein liberty liverpool london lovely lover loveyou lucky
maggie manchester march marina marlboro martin master matrix matthew maverick melissa mentor mercedes merlin michael
michelle midnight mnbvcxz money monday monkey monster morgan mother motorola mountain muffin murphy music mustang
myspace naruto natasha nathan network newcastle nicholas nicole ninja norwich november number october olivia orange
pakistan panther paris parker passcode passw pass passord passphrase password patrick peaches peanut pepper phoenix
phonics picture pokemon police porsche poppy power primary princess private pupil purple qazwsx qwerty qwertyuiop
rachel rainbow ranger rangers rebecca richard robert rocket ronaldo rooney rosebud russia samantha samsung sandra
sarah saturday saturn school science scooter scotland secret secondary september sexy shadow shannon shelby silver
simple skittles slipknot smokey snoopy snowball soccer something sophie southampton spiderman spring squirrel
starwars station steven student sugar summer sunday sunflower sunshine superman superstar swansea sweet sweetheart
sweetie tamara taylor teach teacher teaching teachers tennis test testing thankyou theman thomas thunder thursday
tiger tigger tinkerbell tottenham trainee training trustno truelove tuesday twitter unicorn united university
vampire vanessa victor victoria villa wales walter warcraft wednesday welcome whatever whisky william wilson window
winner winter wirearchy wizard wolves word yankee yankees yellow zaqwsx zxcvbn zxcvbnm
`
  .trim()
  .split(/\s+/)
